package io.mandate.servicerequest;

import io.mandate.relationship.EmailAddress;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the provider's support is reached.
 *
 * @param address the support group's mail address, which is told of every service request; where it is empty, they find
 *     them on {@code /support} and in Tasklist only
 */
@ConfigurationProperties("mandate.support")
record SupportProperties(@DefaultValue("") String address) {

    SupportProperties {
        if (!address.isBlank() && EmailAddress.parse(address).isEmpty()) {
            throw new IllegalArgumentException("mandate.support.address is no e-mail address: " + address);
        }
    }

    Optional<EmailAddress> group() {
        return EmailAddress.parse(address);
    }
}
