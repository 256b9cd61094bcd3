/** The nodes that run on one database, the versions of diagrams that they bring, and the moving of running instances to new ones. */
package io.mandate.engine.upgrade;
