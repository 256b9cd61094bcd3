package io.mandate.evidence.verify;

import io.mandate.evidence.Canonical;
import io.mandate.evidence.VerifyingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/** A file with public keys: one or more PEMs, or a JSON Web Key Set (RFC 7517) as Mandate publishes it. */
final class KeyFile {

    private static final String PEM_END = "-----END PUBLIC KEY-----";

    private KeyFile() {}

    static List<VerifyingKey> read(Path file) {
        try {
            String content = Files.readString(file).strip();
            return content.startsWith("{") ? ofSet(content) : List.of(content.split(PEM_END)).stream()
                    .map(one -> VerifyingKey.ofPem(one + PEM_END)).toList();
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new UnreadableLedgerException(file + " holds no public keys: " + unreadable.getMessage());
        }
    }

    private static List<VerifyingKey> ofSet(String json) {
        if (!(Canonical.read(json).get("keys") instanceof List<?> keys)) {
            throw new IllegalArgumentException("no JSON Web Key Set");
        }
        return keys.stream().map(one -> VerifyingKey.of(Base64.getUrlDecoder().decode(String.valueOf(WordsCheck.object(one).get("x"))))).toList();
    }
}
