/** Whether this node is well, and whether what it depends on is: asked for by probes, told to whom may know. */
package io.mandate.health;
