package io.mandate.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The key that signs now, and all that verify what was ever signed. They come from the settings alone, never from the database. */
@Component
public class EvidenceKeys {

    private final Optional<SigningKey> signing;
    private final List<VerifyingKey> all = new ArrayList<>();

    EvidenceKeys(EvidenceProperties settings) {
        signing = settings.signingKey().isBlank() ? Optional.empty()
                : Optional.of(read("mandate.evidence.signing-key", settings.signingKey(), SigningKey::ofPem));
        signing.ifPresent(key -> all.add(key.verifying()));
        settings.earlierKeys().stream().filter(one -> !one.isBlank())
                .map(one -> read("mandate.evidence.earlier-keys", one, VerifyingKey::ofPem))
                .filter(one -> !all.contains(one)).forEach(all::add);
    }

    private static <T> T read(String setting, String given, Function<String, T> reader) {
        try {
            return reader.apply(given);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(setting + ": " + wrong.getMessage());
        }
    }

    SigningKey signing() {
        return signing.orElseThrow(() -> new IllegalStateException("mandate.evidence.signing-key is not set"));
    }

    /** The public keys, the one that signs now first. */
    public List<VerifyingKey> all() {
        return List.copyOf(all);
    }
}
