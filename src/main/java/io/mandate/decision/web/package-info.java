/** The decision endpoints in HTTP, and the document that describes them. */
package io.mandate.decision.web;
