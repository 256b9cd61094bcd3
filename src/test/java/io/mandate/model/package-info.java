/** The modelling rules as functions of a diagram and of what the project has around it. */
package io.mandate.model;
