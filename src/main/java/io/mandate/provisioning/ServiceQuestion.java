package io.mandate.provisioning;

import java.util.UUID;

/** What a service is asked: which roles the partner has there for the customer. */
public record ServiceQuestion(String service, String cloud, UUID customer, String partner) {}
