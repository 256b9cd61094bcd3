package io.mandate.edge;

import io.mandate.LinkProperties;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * What a browser keeps that signed somebody in, so that strangers who guess that person's password stand in nobody's way
 * (OWASP, "Slow Down Online Guessing Attacks with Device Cookies"). It signs nobody in, names nobody, and counts for one
 * account, for half a year.
 */
@Component
public class DeviceTokens {

    /** How long a browser is known for. */
    public static final Duration KNOWN = Duration.ofDays(180);

    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]{22})\\.([0-9]{1,12})\\.([A-Za-z0-9_-]{43})");
    private static final String PURPOSE = "device";
    private static final int NONCE = 16;

    private final SecureRandom random = new SecureRandom();
    private final LinkProperties secrets;
    private final Clock clock;

    DeviceTokens(LinkProperties secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /** A token for a browser in which this account has just been signed in to. */
    public String make(String account) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        String said = Base64.getUrlEncoder().withoutPadding().encodeToString(nonce) + "." + clock.instant().plus(KNOWN).getEpochSecond();
        return said + "." + secrets.proofs(PURPOSE, said + "\n" + account).get(0);
    }

    /** The id of the browser, where the token is one for this account; empty otherwise. */
    public Optional<String> read(String token, String account) {
        Matcher parts = FORM.matcher(token);
        if (!parts.matches() || isOver(Long.parseLong(parts.group(2)))) {
            return Optional.empty();
        }
        String said = parts.group(1) + "." + parts.group(2);
        return secrets.proves(parts.group(3), PURPOSE, said + "\n" + account) ? Optional.of(parts.group(1)) : Optional.empty();
    }

    private boolean isOver(long epochSecond) {
        try {
            return !Instant.ofEpochSecond(epochSecond).isAfter(clock.instant());
        } catch (DateTimeException beyondTime) {
            return true;
        }
    }
}
