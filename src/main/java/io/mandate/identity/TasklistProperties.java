package io.mandate.identity;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who works in Tasklist besides partners, support and process owners.
 *
 * @param customers whether accounts of customers are admitted to Tasklist; everything under {@code /camunda} refuses them otherwise
 */
@ConfigurationProperties("mandate.tasklist")
public record TasklistProperties(@DefaultValue("false") boolean customers) {}
