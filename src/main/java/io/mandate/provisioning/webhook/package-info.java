/** Services told and asked by webhook. */
package io.mandate.provisioning.webhook;
