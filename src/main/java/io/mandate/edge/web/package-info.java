/** What every answer carries, and what is refused before anything of Mandate looks at it. */
package io.mandate.edge.web;
