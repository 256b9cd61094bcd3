/** What stands between the open internet and everything else: how often somebody may ask, and how signing in is guarded. */
package io.mandate.edge;
