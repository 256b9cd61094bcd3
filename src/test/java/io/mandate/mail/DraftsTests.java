package io.mandate.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.mandate.catalog.Languages;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DraftsTests {

    private static final PartnerContact PARTNER =
            new PartnerContact("Fabrikam Managed Services", "Franziska Müller", "franziska.mueller@fabrikam.example");
    private static final String CUSTOMER = "Northwind Traders";
    private static final String LINK = "https://mandate.example/answer/" + "x".repeat(89);

    static Stream<Locale> languages() {
        return Languages.ALL.stream();
    }

    @Test
    void the_draft_says_who_asks_for_what_how_long_and_whom_to_ask() {
        List<AskedService> services = List.of(
                new AskedService("Mail", List.of("User administrator", "Help desk"), 365, false),
                new AskedService("Infrastructure", List.of("Operator"), 1, true));

        Draft draft = Drafts.standard(PARTNER, CUSTOMER, services, 90, Locale.ENGLISH);

        assertThat(draft.subject())
                .isEqualTo("Fabrikam Managed Services asks for permission to administer services of Northwind Traders");
        assertThat(draft.text())
                .isEqualTo(
                        """
                        Hello,

                        Fabrikam Managed Services asks for your permission to administer these services of Northwind Traders:

                        - Mail: User administrator, Help desk; for 365 days
                        - Infrastructure: Operator; for one day, and extended before its end if you wish, until you stop it

                        Read the request, then approve all or part of it, or decline:

                        {link}

                        The link is valid for 90 days. If somebody else administers these services, please pass this mail on.

                        Questions? Franziska Müller, franziska.mueller@fabrikam.example""");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void a_request_without_admin_permission_has_a_draft_of_its_own(Locale language) {
        Draft draft = Drafts.standard(PARTNER, CUSTOMER, List.of(), 90, language);

        assertThat(draft.subject()).contains(PARTNER.organisation(), CUSTOMER);
        assertThat(draft.text()).contains(CUSTOMER, LinkPlaceholder.PLACEHOLDER).doesNotContain("\n- ");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void the_standard_text_with_three_services_and_all_their_roles_fits_into_a_mailto_link(Locale language)
            throws IOException {
        List<AskedService> services = catalog(language);
        Draft draft = Drafts.standard(PARTNER, CUSTOMER, services, 90, language);

        MailtoLink link = MailtoLink.of(
                "administrator@northwind.example",
                draft.subject(),
                LinkPlaceholder.fill(draft.text(), LINK),
                Drafts.brief(PARTNER, LINK, language));

        assertThat(services).hasSize(3);
        assertThat(LINK).hasSize(120);
        assertThat(link.shortened()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void the_brief_text_holds_the_link_and_leaves_room_for_long_names(Locale language) {
        PartnerContact wordy = new PartnerContact("Ö".repeat(60), "ß".repeat(60), "a".repeat(60) + "@contoso.example");

        String brief = Drafts.brief(wordy, LINK, language);

        assertThat(brief.lines()).contains(LINK);
        assertThat(MailtoLink.of("administrator@northwind.example", "Ü".repeat(200), "x".repeat(3000), brief).href())
                .hasSizeLessThanOrEqualTo(MailtoLink.MAX_LENGTH);
    }

    private static List<AskedService> catalog(Locale language) throws IOException {
        JsonNode catalog = new YAMLMapper().readTree(DraftsTests.class.getResourceAsStream("/catalog.yaml"));
        return StreamSupport.stream(catalog.get("services").spliterator(), false)
                .limit(3)
                .map(service -> new AskedService(
                        name(service, language), names(service.get("roles"), language), 730, true))
                .toList();
    }

    private static List<String> names(JsonNode roles, Locale language) {
        return StreamSupport.stream(roles.spliterator(), false).map(role -> name(role, language)).toList();
    }

    private static String name(JsonNode named, Locale language) {
        return named.get("name").get(language.getLanguage()).asText();
    }
}
