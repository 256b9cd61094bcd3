package io.mandate.identity.web;

import static io.mandate.testing.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.identity.Groups;
import io.mandate.relationship.Administrators;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.Partners;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.TestMail;
import io.mandate.testing.Visitor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Who signs in by a mailed link speaks for customers, and is nobody in Tasklist, even where customers' accounts are admitted. */
@ServiceTest
@TestPropertySource(properties = "mandate.tasklist.customers=true")
class LinkSignInIdentityTests {

    private static final Pattern LINK = Pattern.compile("(/sign-in/link/[A-Za-z0-9_-]+)");

    @Autowired Administrators administrators;
    @Autowired Accounts accounts;
    @Autowired IdentityService identities;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    private final UUID customer = UUID.randomUUID();
    private final String domain = EmailAddress.of(Lifecycle.newAddress()).domain();

    @BeforeEach
    void customer(@Autowired Partners partners) {
        TestMail.acceptAll();
        People.join(partners);
        jdbc.sql("insert into customer (id, cloud, identity, country) values (?, 'global', ?, 'US')")
                .param(customer).param(domain).update();
    }

    @Test
    void tasklist_is_closed_to_them() {
        Visitor ada = signedIn("ada@" + domain);

        assertThat(ada.open("/camunda/app/tasklist/default/").statusCode()).isEqualTo(403);
        assertThat(identities.createUserQuery().userId("ada@" + domain).count()).isZero();
    }

    @Test
    void an_address_is_written_as_its_owner_does() {
        assertThat(location(signedIn("Ada.O'Hara@" + domain).open("/sign-in"))).isEqualTo("/organisation");
    }

    @Test
    void an_address_may_be_typed_in_capitals() {
        administrators.admit(customer, EmailAddress.of("ada@" + domain), "Ada Admin", Locale.ENGLISH);

        new Visitor(port).submit("/sign-in", "/sign-in/link", Map.of("username", "ADA@" + domain));

        await().until(() -> links("ada@" + domain).count() == 1);
    }

    @Test
    void staff_of_a_partner_who_speak_for_a_customer_too_keep_their_place_in_tasklist() {
        // given
        String paula = "paula@" + domain;
        accounts.add(Account.ofPartner("contoso", paula, "Paula", "{noop}" + People.PASSWORD, "en"));
        Visitor atWork = Visitor.signedIn(port, paula);

        // when
        signedIn(paula);

        // then
        assertThat(groups(paula)).containsExactlyInAnyOrder(Groups.PARTNERS, Groups.ofPartner("contoso"));
        assertThat(atWork.open("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
    }

    private List<String> groups(String user) {
        return identities.createGroupQuery().groupMember(user).list().stream().map(Group::getId).toList();
    }

    private Visitor signedIn(String address) {
        administrators.admit(customer, EmailAddress.of(address), "Ada Admin", Locale.ENGLISH);
        Visitor visitor = new Visitor(port);
        visitor.submit("/sign-in", "/sign-in/link", Map.of("username", address));
        await().until(() -> links(address).findAny().isPresent());
        String link = links(address).reduce((first, last) -> last).orElseThrow();
        visitor.submit(link, "/sign-in/by-link", Map.of("token", link.replaceAll(".*/", "")));
        return visitor;
    }

    private static Stream<String> links(String address) {
        return TestMail.to(address).stream().map(TestMail::text).map(LINK::matcher).filter(Matcher::find).map(link -> link.group(1));
    }
}
