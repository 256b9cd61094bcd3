/** What tests share: a mail server, databases, a clock that moves, and people. */
package io.mandate.testing;
