package io.mandate.relationship;

import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How customers are told apart.
 *
 * @param freeMailDomains domains whose every address is a customer of its own, in lower case; a list given here replaces the
 *     default
 */
@Validated
@ConfigurationProperties("mandate.customer")
public record CustomerProperties(
        @NotNull @DefaultValue({
            "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "msn.com", "yahoo.com", "icloud.com",
            "me.com", "aol.com", "proton.me", "protonmail.com", "gmx.de", "gmx.net", "gmx.at", "gmx.ch", "web.de",
            "t-online.de", "freenet.de", "mail.com", "zoho.com", "yandex.com", "hotmail.es", "yahoo.es", "outlook.es"
        }) Set<String> freeMailDomains) {}
