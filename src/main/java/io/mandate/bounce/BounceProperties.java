package io.mandate.bounce;

import io.mandate.mail.Addresses;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The mailbox to which other mail servers report what became of Mandate's mails; it is read by IMAP.
 *
 * @param host the IMAP server; where none is set no mailbox is read; with it,
 *     {@code address}, {@code user} and {@code password} must be set
 * @param port of that server
 * @param tls whether the connection is encrypted from its beginning; without it only a server on the same machine is safe
 * @param user who signs in to the mailbox
 * @param password of that user, since OAuth is not spoken; a secret
 * @param folder what is read
 * @param every how long to wait from one reading to the next
 * @param address the envelope sender of all mails (Return-Path), to which reports go; where none is set it is the address in From
 */
@Validated
@ConfigurationProperties("mandate.mail.bounces")
public record BounceProperties(
        @DefaultValue("") String host,
        @DefaultValue("993") @Min(1) @Max(65535) int port,
        @DefaultValue("true") boolean tls,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("INBOX") @NotBlank String folder,
        @DefaultValue("1m") @NotNull Duration every,
        @DefaultValue("") String address) {

    /** The most that may be between two readings. */
    static final Duration LONGEST = Duration.ofDays(1);

    /** Whether there is a mailbox to read. */
    public boolean on() {
        return !host.isBlank();
    }

    @AssertTrue(message = "mandate.mail.bounces.address is no mail address")
    boolean isAddressOfMail() {
        return address.isBlank() || Addresses.ascii(address).isPresent();
    }

    @AssertTrue(message = "mandate.mail.bounces.every must be between a second and a day, such as PT1M")
    boolean isReadNowAndThen() {
        return every == null || (every.compareTo(Duration.ofSeconds(1)) >= 0 && every.compareTo(LONGEST) <= 0);
    }

    @Override
    public String toString() {
        return "BounceProperties[host=%s, port=%d, folder=%s, address=%s]".formatted(host, port, folder, address);
    }
}
