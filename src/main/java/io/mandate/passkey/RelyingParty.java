package io.mandate.passkey;

import io.mandate.MandateProperties;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Mandate as browsers know it for passkeys: taken from the public address in the settings, never from a request. A passkey is bound
 * to the name of the host.
 */
@Component
public class RelyingParty {

    private static final Pattern NUMBERS = Pattern.compile("[0-9.]+|\\[.*]");
    private static final Set<Integer> USUAL = Set.of(-1, 80, 443);

    private final String host;
    private final String origin;
    private final boolean secure;

    RelyingParty(MandateProperties mandate) {
        URI address = mandate.baseUrl();
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        this.host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        this.origin = scheme + "://" + host + (isUsual(scheme, address.getPort()) ? "" : ":" + address.getPort());
        this.secure = scheme.equals("https") || host.equals("localhost");
    }

    /** Whether browsers know passkeys here: not at an address of numbers. */
    public boolean isNamed() {
        return !NUMBERS.matcher(host).matches();
    }

    /** Whether browsers offer passkeys here: over TLS, or on this machine itself. */
    boolean isUsable() {
        return isNamed() && secure;
    }

    String id() {
        return host;
    }

    /** Scheme, host, and port where it is not the usual one. */
    String origin() {
        return origin;
    }

    private static boolean isUsual(String scheme, int port) {
        return USUAL.contains(port) && (port < 0 || port == (scheme.equals("https") ? 443 : 80));
    }
}
