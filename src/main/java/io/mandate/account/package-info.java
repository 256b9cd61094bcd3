/** Who manages which accounts, how people set their passwords, and the first administrator. */
package io.mandate.account;
