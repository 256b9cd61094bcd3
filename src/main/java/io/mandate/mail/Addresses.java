package io.mandate.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which strings are mail addresses that any mail server understands. */
public final class Addresses {

    /** RFC 5321 section 4.5.3.1: 64 octets before the @, 254 altogether. */
    private static final Pattern SHAPE = Pattern.compile("(?=.{3,254}$)[\\x21-\\x7E&&[^@<>,;:\\\\\"()\\[\\]]]{1,64}@[^@\\s]+");

    private Addresses() {}

    /** The address with its domain in ASCII form; empty if no mail can be addressed to it. */
    public static Optional<String> ascii(String typed) {
        if (!SHAPE.matcher(typed).matches()) {
            return Optional.empty();
        }
        int at = typed.lastIndexOf('@');
        try {
            String ascii = typed.substring(0, at + 1) + IDN.toASCII(typed.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
            new InternetAddress(ascii, true).validate();
            return SHAPE.matcher(ascii).matches() ? Optional.of(ascii) : Optional.empty();
        } catch (AddressException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
