package io.mandate.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who mails are from.
 *
 * @param from the address that stands in From; where none is set it is {@code mandate@} the host of the base URL
 */
@ConfigurationProperties("mandate.mail")
record MailProperties(@DefaultValue("") String from) {}
