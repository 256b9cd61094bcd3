/** What Mandate writes to people: the mails' words, their rendering, their way by SMTP, and what became of each. */
package io.mandate.mail;
