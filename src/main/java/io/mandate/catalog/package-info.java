/** What can be asked for: clouds, their services, roles and portals, and the agreement each cloud asks its customers to accept. */
package io.mandate.catalog;
