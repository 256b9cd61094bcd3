/** Did the mail arrive: reads what other mail servers report about Mandate's mails, and sees to what follows. */
package io.mandate.bounce;
