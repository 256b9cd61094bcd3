package io.mandate.evidence.web;

import io.mandate.evidence.EvidenceKeys;
import io.mandate.evidence.VerifyingKey;
import io.mandate.identity.PublicPaths;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public keys that verify evidence, as a JSON Web Key Set (RFC 7517, RFC 8037), for anybody. */
@RestController
class KeysController {

    private static final String PATH = "/.well-known/mandate-evidence-keys.json";

    private final EvidenceKeys keys;

    KeysController(EvidenceKeys keys) {
        this.keys = keys;
    }

    @GetMapping(path = PATH, produces = "application/json")
    Map<String, Object> keys() {
        return Map.of("keys", keys.all().stream().map(VerifyingKey::jwk).toList());
    }

    /** Says that nobody needs to sign in for them. */
    @Component
    static class Open implements PublicPaths {

        @Override
        public List<String> publicPaths() {
            return List.of(PATH);
        }
    }
}
