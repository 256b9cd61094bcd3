/** Attacks on the running service, each as an attacker would try it. */
package io.mandate.attack;
