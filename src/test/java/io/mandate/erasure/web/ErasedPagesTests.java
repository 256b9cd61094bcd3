package io.mandate.erasure.web;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.People.FIONA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.erasure.PersonalData;
import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.relationship.Partners;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.TestMail;
import io.mandate.testing.Visitor;
import io.mandate.testing.WholeLife.Past;
import io.mandate.testing.WholeLife;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Locale;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.util.HtmlUtils;

/** What pages show of a relationship whose persons were erased, in the running service. */
@ServiceTest
@Import({Lifecycle.class, WholeLife.class})
class ErasedPagesTests {

    @Autowired Lifecycle life;
    @Autowired WholeLife whole;
    @Autowired PersonalData data;
    @Autowired Accounts accounts;
    @Autowired Clock clock;
    @LocalServerPort int port;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void people(@Autowired Partners partners) {
        TestMail.acceptAll();
        People.join(partners, accounts);
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    void the_partner_reads_what_was_held_and_that_persons_were_erased() {
        // given
        Past past = erased(Lifecycle.newAddress());
        Visitor paula = Visitor.signedIn(port, People.PAULA.address().value());
        String customer = "/customers/" + past.relationship();

        // then
        assertThat(words(paula, customer, past)).contains("Ended", "were erased on", "Northwind Traders", "Accepted by [erased on",
                "[erased on");
        assertThat(words(paula, "/requests/" + past.approved().id(), past)).contains("were erased on", "Asked by [erased on",
                "Answered by [erased on", "[erased on", "removed the permission for Mail", "approved", "was sent to [erased]");
        assertThat(words(paula, "/requests/" + past.declined().id(), past)).contains("Declined", "[erased on");
        assertThat(words(paula, customer + "/end", past)).contains("Asked for by [erased on", "Confirmed by [erased on");
        assertThat(words(paula, customer + "/service-requests/" + past.serviceRequest(), past)).contains("[erased on", "Solved");
        assertThat(words(paula, "/customers?status=ENDED&q=" + past.address().substring(past.address().indexOf('@') + 1), past))
                .contains("Northwind Traders", "Ended");
        String again = paula.open("/requests/new?again=" + past.approved().id()).body();
        assertThat(again).contains("Northwind Traders").doesNotContain("erased.invalid", past.address());
    }

    @Test
    void process_owners_and_support_read_the_same() {
        // given
        Past past = erased(Lifecycle.newAddress());
        String domain = past.address().substring(past.address().indexOf('@') + 1);

        // then
        Visitor olivia = Visitor.signedIn(port, People.OLIVIA);
        assertThat(words(olivia, "/overview?q=" + domain, past)).contains("2 requests", "[erased on", "Contoso Cloud");
        assertThat(words(olivia, "/overview?q=" + "ada%20" + domain, past))
                .contains("Nothing found");
        assertThat(words(olivia, "/requests/" + past.approved().id(), past)).contains("[erased on");
        Visitor sam = Visitor.signedIn(port, People.SAM);
        assertThat(words(sam, "/support/" + past.serviceRequest(), past)).contains("[erased on", "Northwind Traders", "Contoso Cloud");
    }

    @Test
    void every_language_says_so() {
        // given
        Past past = erased(Lifecycle.newAddress());
        Visitor paula = Visitor.signedIn(port, People.PAULA.address().value());

        // then
        assertThat(words(paula.speaking(Locale.GERMAN), "/requests/" + past.approved().id(), past)).contains("[gelöscht am");
        assertThat(words(paula.speaking(Locale.forLanguageTag("es")), "/requests/" + past.approved().id(), past)).contains("[borrado el");
    }

    @Test
    void a_customer_known_by_one_address_is_shown_by_its_id() {
        // given
        Past past = erased("frida." + mark + "@gmail.com");
        Visitor paula = Visitor.signedIn(port, People.PAULA.address().value());
        String label = "#" + past.customer().toString().substring(0, 8);

        // then
        assertThat(words(paula, "/customers/" + past.relationship(), past)).contains(label, "[erased]");
        assertThat(words(paula, "/customers?q=%23" + past.customer().toString().substring(0, 8), past)).contains(label, "[erased]");
        assertThat(words(paula, "/requests/" + past.approved().id(), past)).contains(label, "Customer [erased]");
        assertThat(paula.open("/requests/new?again=" + past.approved().id()).body()).doesNotContain(label, "erased.invalid");
    }

    @Test
    void a_customer_that_goes_on_with_another_partner_reads_its_history() {
        // given
        String address = Lifecycle.newAddress();
        Past past = whole.inForce(address, mark);
        whole.end(past, "Ended" + mark);
        String other = "bea" + address.substring(address.indexOf('@'));
        life.sent(FIONA, other, INFRASTRUCTURE);
        life.approve(other, INFRASTRUCTURE);
        life.jobs().runDue();
        accounts.add(Account.ofCustomer(past.customer(), other, "Bea Boss", "{noop}" + People.PASSWORD, "en"));
        erase();

        // when
        Visitor bea = Visitor.signedIn(port, other);
        String home = "/organisation/" + past.customer();

        // then
        assertThat(text(bea, home)).contains("Former partners", "Fabrikam Managed Services", "[erased on");
        assertThat(text(bea, home + "/history")).contains("[erased on", "removed the permission for Mail", "Contoso Cloud", "declined the request")
                .doesNotContain(past.staff().name(), "Dora", "erased.invalid", " * ");
        assertThat(words(bea, home + "/partners/" + past.relationship() + "/end", past)).contains("Asked for by [erased on");
        assertThat(text(bea, home + "/service-requests/" + past.serviceRequest())).contains("[erased on").doesNotContain("Minutes" + mark);
    }

    private Past erased(String address) {
        Past past = whole.inForce(address, mark);
        whole.end(past, "Ended" + mark);
        erase();
        return past;
    }

    private void erase() {
        ClockUtil.setCurrentTime(Date.from(clock.instant().plus(Duration.ofDays(366))));
        while (data.erase()) {
            // The next batch.
        }
    }

    /** What a page says, on which no word of the past stands, and no mark of an erased one. */
    private static String words(Visitor who, String path, Past past) {
        String words = text(who, path);
        assertThat(words).doesNotContain(past.words()).doesNotContain("erased.invalid", " * ", "*,");
        return words;
    }

    private static String text(Visitor who, String path) {
        var answer = who.open(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return HtmlUtils.htmlUnescape(answer.body().replaceAll("<[^>]*>", " ")).replaceAll("\\s+", " ");
    }
}
