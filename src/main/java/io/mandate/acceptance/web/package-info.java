/** The customer's pages: what a personal link shows, the proof, the answer and what came of it. */
package io.mandate.acceptance.web;
