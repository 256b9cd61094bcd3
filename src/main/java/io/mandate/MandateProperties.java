package io.mandate;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What concerns all of Mandate.
 *
 * @param baseUrl the public address under which people and services reach it, without a slash at the end; links are
 *     built from it, never from a request
 */
@Validated
@ConfigurationProperties("mandate")
public record MandateProperties(@NotNull URI baseUrl) {

    /** Whether it is reached by https: then cookies are secure, and browsers are told to come back by https only. */
    public boolean isSecure() {
        return "https".equalsIgnoreCase(baseUrl.getScheme());
    }

    /** The public address of a path that begins with a slash. */
    public String url(String path) {
        return baseUrl + path;
    }
}
