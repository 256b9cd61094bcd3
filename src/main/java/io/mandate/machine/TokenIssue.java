package io.mandate.machine;

import io.mandate.LinkProperties;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Issues access tokens, and gives the text of each to the browser that sent the form, and nobody else. The text is a keyed digest
 * of what only that browser has, so that no node remembers it, nothing of it is stored, and every node can show it.
 */
@Component
public class TokenIssue {

    /** How long after it was issued a token's text is to be had. */
    public static final Duration PATIENCE = Duration.ofMinutes(5);

    private final AccessTokens tokens;
    private final LinkProperties secrets;
    private final Clock clock;

    TokenIssue(AccessTokens tokens, LinkProperties secrets, Clock clock) {
        this.tokens = tokens;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * Issues a token.
     *
     * @param key random, made for one form and stored nowhere; sent twice with the same wish, the form makes one token
     * @return its id
     * @throws io.mandate.relationship.InvalidInputException where anything about it is wrong; nothing was issued then
     */
    public UUID issue(UUID key, NewToken wish, String issuer) {
        UUID id = id(key, wish, issuer);
        tokens.issue(id, texts(key, id).get(0), wish, issuer);
        return id;
    }

    /** The text of a token for who has the key with which it was issued, soon after that; else empty. */
    public Optional<String> text(UUID key, AccessToken token) {
        return token.issuedAt().plus(PATIENCE).isAfter(clock.instant())
                ? texts(key, token.id()).stream()
                        .filter(text -> tokens.presented(text).filter(one -> one.id().equals(token.id())).isPresent()).findFirst()
                : Optional.empty();
    }

    /** Says nothing of the key, which has as many random bits as an id can tell. */
    private static UUID id(UUID key, NewToken wish, String issuer) {
        return UUID.nameUUIDFromBytes(TokenText.hash(String.join("\n", "id", key.toString(), issuer, wish.name(),
                        String.join(" ", wish.services()), wish.scopes().stream().map(Scope::word).sorted().collect(Collectors.joining(" ")),
                        String.valueOf(wish.days())))
                .getBytes(StandardCharsets.US_ASCII));
    }

    /** By each secret, so that one may be replaced in between. */
    private List<String> texts(UUID key, UUID id) {
        return secrets.macs(("access token\n" + key + "\n" + id).getBytes(StandardCharsets.US_ASCII)).stream().map(TokenText::of).toList();
    }
}
