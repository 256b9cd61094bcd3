package io.mandate.catalog;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where a service is administered in one cloud: address templates in which {@code {customer}} stands for the customer. */
public record Portal(String admin, String users, String licences) {

    static final String CUSTOMER = "{customer}";

    /** The addresses of one customer's pages, for the key by which Mandate and the service know that customer. */
    public Links linksFor(String customer) {
        return new Links(link(admin, customer), link(users, customer), link(licences, customer));
    }

    private static URI link(String template, String customer) {
        return URI.create(template.replace(CUSTOMER, encoded(customer)));
    }

    /** Percent-encodes all but the unreserved characters (RFC 3986 section 2.3), so that a key cannot leave its place. */
    private static String encoded(String customer) {
        return URLEncoder.encode(customer, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /** The pages of one customer in the portal. */
    public record Links(URI admin, URI users, URI licences) {}
}
