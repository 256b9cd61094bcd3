package io.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.machine.AccessToken;
import io.mandate.machine.AccessTokens;
import io.mandate.machine.NewToken;
import io.mandate.machine.Scope;
import io.mandate.machine.TokenIssue;
import io.mandate.testing.AtOnce;
import io.mandate.testing.MandateTest;
import io.mandate.testing.People;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** One form that is sent twice, and two people who revoke one access token, at the same moment, on PostgreSQL. */
@MandateTest
@TestPropertySource(properties = "mandate.test.database=postgresql")
class TokenRaceTests {

    private static final NewToken WISH = new NewToken("mail-service", List.of("mail"), EnumSet.allOf(Scope.class), 90);

    @Autowired TokenIssue issue;
    @Autowired AccessTokens tokens;

    @RepeatedTest(5)
    void a_form_sent_twice_makes_one_token_whose_text_is_for_who_sent_it() throws Exception {
        UUID key = UUID.randomUUID();

        List<UUID> issued = AtOnce.answers(() -> issue.issue(key, WISH, People.OLIVIA), () -> issue.issue(key, WISH, People.OLIVIA));

        AccessToken token = tokens.get(issued.get(0));
        assertThat(issued).containsOnly(token.id()).doesNotContain(key);
        assertThat(issue.text(key, token).flatMap(tokens::presented)).contains(token);
        assertThat(issue.text(UUID.randomUUID(), token)).isEmpty();
    }

    @RepeatedTest(5)
    void a_token_revoked_twice_says_who_was_first() throws Exception {
        UUID token = issue.issue(UUID.randomUUID(), WISH, People.OLIVIA);

        List<Boolean> first = AtOnce.answers(() -> tokens.revoke(token, "one@mandate.example"), () -> tokens.revoke(token, "other@mandate.example"));

        assertThat(first).containsExactlyInAnyOrder(true, false);
        assertThat(tokens.get(token).revokedBy()).contains(first.get(0) ? "one@mandate.example" : "other@mandate.example");
    }
}
