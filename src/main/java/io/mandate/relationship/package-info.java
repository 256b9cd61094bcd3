/** The record: partners, customers, relationships, requests, permissions, consent and what happened to them. Knows neither the engine nor the web. */
package io.mandate.relationship;
