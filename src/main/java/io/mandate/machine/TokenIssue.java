package io.mandate.machine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Issues access tokens and gives the text of each away once. Between the form and the page that shows it the text is in this
 * node's memory only; where it is lost meanwhile, the token is revoked and another issued.
 */
@Component
public class TokenIssue {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int MOST = 1000;

    private final AccessTokens tokens;
    private final Cache<UUID, String> unseen = Caffeine.newBuilder().expireAfterWrite(PATIENCE).maximumSize(MOST).build();

    TokenIssue(AccessTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * Issues a token.
     *
     * @param key names it, so that a form that is sent twice makes one
     * @return its id: the key, or another where the key stands for something else already
     * @throws io.mandate.relationship.InvalidInputException where anything about it is wrong; nothing was issued then
     */
    public UUID issue(UUID key, NewToken wish, String issuer) {
        // Whichever of two at the same moment is stored, it is this text.
        if (tokens.issue(key, unseen.get(key, none -> TokenText.random()), wish, issuer) || tokens.get(key).isOf(wish, issuer)) {
            return key;
        }
        return issue(UUID.randomUUID(), wish, issuer);
    }

    /** The text of the token, the first time that somebody asks soon after it was issued. */
    public Optional<String> takeText(UUID id) {
        return Optional.ofNullable(unseen.asMap().remove(id))
                // One that was thought of for a form that came again after its token had been shown belongs to no token.
                .filter(text -> tokens.presented(text).filter(token -> token.id().equals(id)).isPresent());
    }
}
