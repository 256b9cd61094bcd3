package io.mandate.evidence.web;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.FIONA;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.evidence.Canonical;
import io.mandate.evidence.Checkpoints;
import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.relationship.Consent.Choice;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.TestMail;
import io.mandate.testing.Visitor;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each side reads its evidence, and no more, and those who watch read all: Contoso held Mail and Infrastructure, Fabrikam has taken over Mail. */
@ServiceTest
@Import(Lifecycle.class)
class EvidencePagesTests {

    private static final Pattern RECEIPT = Pattern.compile("href=\"(/[a-z/]+/[0-9a-f/-]*evidence/[0-9a-f/-]*\\d+)\"");

    @Autowired Lifecycle life;
    @Autowired Partners partners;
    @Autowired Relationships relationships;
    @Autowired Accounts accounts;
    @Autowired Checkpoints checkpoints;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    private final String address = Lifecycle.newAddress();
    private Request contoso;
    private Request fabrikam;
    private UUID customer;
    private Visitor ada;
    private Visitor paula;
    private Visitor fiona;

    @BeforeEach
    void a_takeover() {
        TestMail.acceptAll();
        People.join(partners, accounts);
        contoso = life.sent(PAULA, address, MAIL, INFRASTRUCTURE);
        life.approve(address, MAIL, INFRASTRUCTURE);
        life.jobs().runDue();
        fabrikam = life.sent(FIONA, address, MAIL);
        life.approve(life.proven(address), address, List.of(new Choice(MAIL, "contoso")));
        life.jobs().runDue();
        customer = relationships.get(contoso.relationshipId()).customer().id();
        accounts.add(Account.ofCustomer(customer, address, "Ada Admin", "{noop}" + People.PASSWORD, "en"));
        ada = Visitor.signedIn(port, address);
        paula = Visitor.signedIn(port, PAULA.address().value());
        fiona = Visitor.signedIn(port, FIONA.address().value());
    }

    @Test
    void a_partner_reads_its_own_entries_and_never_another_partners_name() {
        for (Visitor partner : List.of(paula, fiona)) {
            boolean first = partner == paula;
            String page = "/customers/" + (first ? contoso : fabrikam).relationshipId() + "/evidence";
            String list = partner.open(page).body();
            StringBuilder all = new StringBuilder(list);
            receipts(list).forEach(receipt -> {
                all.append(partner.open(receipt).body());
                all.append(payload(partner.open(receipt + ".json")));
            });

            assertThat(list).contains("Approved", "mailed code", first ? "Permission moved to another partner" : "taken over from another partner");
            assertThat(all.toString()).contains(address).doesNotContainIgnoringCase(first ? "fabrikam" : "contoso")
                    .doesNotContain("Administrator, proven", "heldBy=");
            assertThat(all.toString()).doesNotContain(first ? "Fiona" : "Paula");
        }
    }

    @Test
    void a_customer_reads_everything_that_was_sent_with_the_words_that_were_shown() {
        String list = ada.open("/organisation/" + customer + "/evidence").body();

        assertThat(list).contains("Approved", "Permission granted", "Administrator, proven by an approval", "Contoso Cloud", "Fabrikam Managed Services")
                .doesNotContain("Request drafted");
        String consent = receipts(list).stream().map(receipt -> ada.open(receipt).body())
                .filter(body -> body.contains("What was shown")).findFirst().orElseThrow();
        assertThat(consent).contains("Mail", "mailed code", address, "Download the signed receipt");
        assertThat(ada.open("/organisation/" + customer).body()).contains("/organisation/" + customer + "/evidence");
        assertThat(paula.open("/customers/" + contoso.relationshipId()).body()).contains("/customers/" + contoso.relationshipId() + "/evidence");
    }

    @Test
    void auditors_and_process_owners_read_all_of_it_with_all_names() {
        accounts.add(Account.ofAuditor("audrey@mandate.example", "Audrey Adler", "{noop}" + People.PASSWORD, "en"));
        String relationship = "/overview/relationships/" + contoso.relationshipId();
        for (String reader : List.of("audrey@mandate.example", People.OLIVIA)) {
            Visitor visitor = Visitor.signedIn(port, reader);
            assertThat(visitor.open(relationship).body()).contains(relationship + "/evidence\"");
            String list = visitor.open(relationship + "/evidence").body();
            StringBuilder all = new StringBuilder(list);
            receipts(list).forEach(receipt -> {
                all.append(visitor.open(receipt).body());
                all.append(payload(visitor.open(receipt + ".json")));
            });

            assertThat(list).contains("Request drafted", "Approved", "Permission moved to another partner", "Administrator, proven by an approval");
            assertThat(all.toString()).contains(address, "What was shown", PAULA.name(), "\"for\":\"MANDATE\"").doesNotContain("??");
            assertThat(visitor.open(relationship + "/evidence/" + fabrikam.relationshipId() + "/1").statusCode()).as("of another one").isEqualTo(404);
        }
        assertThat(paula.open(relationship + "/evidence").statusCode()).isEqualTo(403);
        assertThat(ada.open(relationship + "/evidence").statusCode()).isEqualTo(403);
    }

    @Test
    void a_receipt_names_the_checkpoint_that_covers_it_once_there_is_one() {
        String receipt = receipts(paula.open("/customers/" + contoso.relationshipId() + "/evidence").body()).get(0);
        assertThat(paula.open(receipt).body()).contains("not covered by one yet");
        assertThat(payload(paula.open(receipt + ".json"))).doesNotContain("checkpoint");

        checkpoints.sign();

        assertThat(paula.open(receipt).body()).doesNotContain("not covered by one yet");
        assertThat(Canonical.read(payload(paula.open(receipt + ".json")))).containsKey("checkpoint");
    }

    @Test
    void an_erased_receipt_says_so() {
        jdbc.sql("delete from evidence_words where chain_id = :id").param("id", contoso.relationshipId()).update();
        String page = "/customers/" + contoso.relationshipId() + "/evidence";
        String receipt = receipts(paula.open(page).body()).stream().filter(one -> paula.open(one).body().contains("Names and words of persons were erased")).findFirst().orElseThrow();

        assertThat(paula.open(receipt).body()).contains("the entry still verifies");
        assertThat(payload(paula.open(receipt + ".json"))).doesNotContain(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "de"})
    void pages_speak_the_readers_language(String language) {
        Visitor speaking = ada.speaking(Locale.forLanguageTag(language));
        String list = speaking.open("/organisation/" + customer + "/evidence?lang=" + language).body();

        assertThat(list).contains(language.equals("es") ? "Permiso concedido" : "Berechtigung erteilt").doesNotContain("??");
        receipts(list).forEach(receipt -> assertThat(speaking.open(receipt).body()).doesNotContain("??", "evidence."));
    }

    @Test
    void foreign_receipts_are_answered_like_unknown_ones() {
        String own = "/customers/" + contoso.relationshipId() + "/evidence";
        String other = Lifecycle.newAddress();
        life.sent(PAULA, other, MAIL);
        life.approve(other, MAIL);
        UUID stranger = relationships.ofCustomer(customer).get(0).id();

        for (String path : List.of(own, own + "/1", own + "/1.json")) {
            assertThat(fiona.open(path).statusCode()).as(path).isEqualTo(404);
            assertThat(ada.open(path).statusCode()).as(path).isIn(403, 404);
        }
        assertThat(paula.open(own + "/999").statusCode()).isEqualTo(404);
        assertThat(paula.open(own + "/0").statusCode()).isEqualTo(404);
        String organisation = "/organisation/" + customer + "/evidence/";
        assertThat(paula.open(organisation + stranger + "/1").statusCode()).isIn(403, 404);
        assertThat(ada.open(organisation + UUID.randomUUID() + "/1").statusCode()).isEqualTo(404);
        assertThat(ada.open(organisation + contoso.relationshipId() + "/1").statusCode()).as("drafted, before it was sent").isEqualTo(404);
        assertThat(ada.open("/organisation/" + UUID.randomUUID() + "/evidence").statusCode()).isEqualTo(404);
    }

    @Test
    void the_public_keys_are_for_anybody() {
        Map<String, Object> keys = Canonical.read(new Visitor(port).load("/.well-known/mandate-evidence-keys.json").body());

        assertThat(keys.get("keys").toString()).contains("kty=OKP", "crv=Ed25519", "kid=");
    }

    private static List<String> receipts(String page) {
        List<String> found = RECEIPT.matcher(page).results().map(one -> one.group(1)).toList();
        assertThat(found).isNotEmpty();
        return found;
    }

    private static String payload(HttpResponse<String> receipt) {
        assertThat(receipt.statusCode()).isEqualTo(200);
        assertThat(receipt.headers().firstValue("Content-Disposition").orElseThrow()).contains("attachment", ".json");
        Matcher payload = Pattern.compile("\"payload\":\"([^\"]+)\"").matcher(receipt.body());
        assertThat(payload.find()).isTrue();
        return new String(Base64.getUrlDecoder().decode(payload.group(1)), StandardCharsets.UTF_8);
    }
}
