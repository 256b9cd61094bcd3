package io.mandate.mail;

import io.mandate.MandateProperties;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Mandate's own address, under which it writes for partners and for itself. */
@Component
class SenderAddress {

    private static final String NAME = "Mandate";

    private final String address;

    SenderAddress(MailProperties properties, MandateProperties mandate) {
        String from = properties.from().isBlank() ? "mandate@" + mandate.baseUrl().getHost() : properties.from();
        this.address = Addresses.ascii(from)
                .orElseThrow(() -> new IllegalStateException("mandate.mail.from is no mail address: " + from));
    }

    /** "Person, organisation via Mandate", so that nobody takes the partner's name for the sending server's. */
    InternetAddress from(Optional<PartnerContact> onBehalfOf) {
        return named(
                address,
                onBehalfOf
                        .map(partner -> partner.person() + ", " + partner.employer() + " via " + NAME)
                        .orElse(NAME));
    }

    /** The part behind the @, which makes message ids worldwide unique. */
    String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    static InternetAddress named(String address, String name) {
        try {
            return new InternetAddress(address, PlainText.line(name), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
