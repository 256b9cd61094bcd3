package io.mandate.machine.web;

import static io.mandate.testing.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Account;
import io.mandate.testing.People;
import io.mandate.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages on which process owners issue and revoke access tokens. */
class TokenPagesTests extends TokenPagesTest {

    @Test
    void a_token_is_issued_shown_once_used_seen_and_revoked() {
        // when
        HttpResponse<String> answer = olivia.submit("/tokens/new", "/tokens", form());
        HttpResponse<String> shown = olivia.open(location(answer));

        // then
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(shown.body()).contains("It is shown now, and never again", "readonly").doesNotContain("?lang=");
        String text = text(shown);
        assertThat(program.ask("mail", "Bearer " + text).statusCode()).isEqualTo(200);
        assertThat(program.ask("collaboration", "Bearer " + text).statusCode()).isEqualTo(403);

        // and when
        HttpResponse<String> again = olivia.open(location(answer));
        String list = olivia.open("/tokens").body();

        // then
        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(again.body()).contains("was shown once").doesNotContain(text);
        assertThat(list).contains("mail-service", "Valid", "never", People.OLIVIA, "Ask for decisions").doesNotContain("Report removals", text);

        // and when
        String page = "/tokens/" + id() + "/revoke";
        assertThat(olivia.open(page).body()).contains("Revoke it now", "cannot be taken back");
        HttpResponse<String> revoked = olivia.submit(page, page, Map.of());

        // then
        assertThat(location(revoked)).isEqualTo("/tokens");
        assertThat(olivia.open("/tokens").body()).contains("The access token of mail-service was revoked", "Revoked").doesNotContain(page);
        assertThat(program.ask("mail", "Bearer " + text).statusCode()).isEqualTo(401);
        assertThat(olivia.open(page).body()).contains("It was revoked already");
        assertThat(location(olivia.submit("/tokens", page, Map.of()))).isEqualTo("/tokens");
    }

    @ParameterizedTest
    @CsvSource({
        "name, '', Please enter a name",
        "name, mail service, Letters without accents",
        "name, <b>${7*7}</b>, Letters without accents",
        "name, señal, Letters without accents",
        "services, '', Please choose at least one service",
        "services, fax, no longer in the catalog",
        "scopes, '', Please choose at least one",
        "scopes, mandate.everything, Please choose at least one",
        "days, 0, whole number from 1 to 365",
        "days, 366, whole number from 1 to 365",
        "days, -1, whole number from 1 to 365",
        "days, 1.5, whole number from 1 to 365",
        "days, many, whole number from 1 to 365",
        "days, '', whole number from 1 to 365",
    })
    void wrong_input_issues_nothing_says_what_is_wrong_and_keeps_the_typing(String field, String typed, String why) {
        Map<String, String> form = form();
        form.put(field, typed);
        if (typed.isEmpty()) {
            form.remove(field);
        }

        HttpResponse<String> answer = olivia.submit("/tokens/new", "/tokens", form);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(why, "value=\"" + form.getOrDefault("days", "") + "\"").doesNotContain("<b>$", "49</b>");
        assertThat(answer.body().contains("checked")).isTrue();
        assertThat(count()).isZero();
    }

    @Test
    void a_name_has_a_hundred_characters_at_most_and_a_wrong_key_is_none() {
        Map<String, String> form = form();
        form.put("name", "a".repeat(101));
        form.put("key", "../../etc");
        assertThat(olivia.submit("/tokens/new", "/tokens", form).body()).contains("At most 100 characters");

        form.put("name", "a".repeat(100));
        assertThat(location(olivia.submit("/tokens/new", "/tokens", form))).matches("/tokens/[0-9a-f-]{36}/issued");
    }

    @Test
    void auditors_read_the_list_and_nobody_else_comes_near() {
        HttpResponse<String> answer = olivia.submit("/tokens/new", "/tokens", form());
        String token = location(answer).replace("/issued", "");
        Visitor audrey = Visitor.signedIn(port, AUDITOR);

        assertThat(audrey.open("/tokens").body()).contains("mail-service").doesNotContain("/revoke", "/tokens/new");
        for (String who : List.of(AUDITOR, People.SAM, People.CARL)) {
            Visitor other = Visitor.signedIn(port, who);
            if (!who.equals(AUDITOR)) {
                assertThat(other.open("/tokens").statusCode()).as(who).isEqualTo(403);
            }
            for (String page : List.of("/tokens/new", token + "/issued", token + "/revoke")) {
                assertThat(other.open(page).statusCode()).as(who + " " + page).isEqualTo(403);
            }
            assertThat(other.submit("/", "/tokens", form()).statusCode()).as(who).isEqualTo(403);
            assertThat(other.submit("/", token + "/revoke", Map.of()).statusCode()).as(who).isEqualTo(403);
        }
        assertThat(location(new Visitor(port).open("/tokens"))).contains("/sign-in");
        assertThat(olivia.forge(token + "/revoke", Map.of()).statusCode()).isEqualTo(403);
        assertThat(olivia.forge("/tokens", form()).statusCode()).isEqualTo(403);
        assertThat(count()).isEqualTo(1);
        assertThat(text(olivia.open(token + "/issued"))).isNotBlank();
    }

    @Test
    void the_token_is_shown_to_who_issued_it_only() {
        String page = location(olivia.submit("/tokens/new", "/tokens", form()));
        accounts.add(Account.ofProcessOwner("otto@mandate.example", "Otto Other", "{noop}" + People.PASSWORD, "en"));

        assertThat(Visitor.signedIn(port, "otto@mandate.example").open(page).body()).contains("was shown once").doesNotContain("mdt_");
        assertThat(text(olivia.open(page))).isNotBlank();
        jdbc.sql("delete from account where username = 'otto@mandate.example'").update();
    }

    @Test
    void what_is_not_there_is_not_found() {
        for (String page : List.of("/tokens/" + UUID.randomUUID() + "/revoke", "/tokens/" + UUID.randomUUID() + "/issued", "/tokens/7/revoke")) {
            assertThat(olivia.open(page).statusCode()).as(page).isEqualTo(404);
        }
        assertThat(olivia.submit("/tokens", "/tokens/" + UUID.randomUUID() + "/revoke", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void many_are_listed_page_by_page() {
        for (int i = 0; i < 26; i++) {
            issued();
        }

        assertThat(rows("/tokens")).isEqualTo(25);
        assertThat(olivia.open("/tokens").body()).contains("?page=2");
        assertThat(rows("/tokens?page=2")).isEqualTo(1);
        assertThat(rows("/tokens?page=%3Cb%3E")).isEqualTo(25);
        assertThat(olivia.open("/tokens?page=999999").statusCode()).isEqualTo(200);
    }

    private int rows(String page) {
        return olivia.open(page).body().split("/revoke\"", -1).length - 1;
    }
}
