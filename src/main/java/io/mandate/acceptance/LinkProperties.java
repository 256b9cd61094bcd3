package io.mandate.acceptance;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The secrets behind personal links.
 *
 * @param secrets each at least 32 characters; the first makes links, all verify them, so that one can be replaced
 *     while links made with it are still out
 */
@Validated
@ConfigurationProperties("mandate.link")
record LinkProperties(@NotEmpty List<@Size(min = 32) String> secrets) {

    @Override
    public String toString() {
        return "LinkProperties[secrets withheld]";
    }
}
