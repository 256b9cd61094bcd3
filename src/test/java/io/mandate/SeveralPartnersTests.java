package io.mandate;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.FIONA;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.customers.Customers;
import io.mandate.customers.Holder;
import io.mandate.invitation.Invitations;
import io.mandate.invitation.NewInvitation;
import io.mandate.relationship.Consent.Choice;
import io.mandate.relationship.Permission;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.RelationshipStatus;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.relationship.SentBy;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.TestMail;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two partners with one customer at once, over the whole way from the request to the reports. */
@MandateTest
class SeveralPartnersTests {

    @Autowired Lifecycle life;
    @Autowired Invitations invitations;
    @Autowired Relationships relationships;
    @Autowired Permissions permissions;
    @Autowired Customers customers;
    @Autowired Clock clock;

    private final String customer = Lifecycle.newAddress();

    @BeforeEach
    void mailServer() {
        TestMail.acceptAll();
    }

    @Test
    void on_different_services_neither_is_in_the_others_way() {
        // given both ask at the same time
        Request first = life.sent(PAULA, customer, MAIL);
        String paulas = life.proven(customer);
        Request second = life.sent(FIONA, customer, INFRASTRUCTURE);
        String fionas = life.proven(customer);

        // when
        life.approve(fionas, customer, List.of(new Choice(INFRASTRUCTURE, "")));
        life.approve(paulas, customer, List.of(new Choice(MAIL, "")));
        life.jobs().runDue();

        // then
        assertThat(first.relationshipId()).isNotEqualTo(second.relationshipId());
        assertThat(customer(first)).isEqualTo(customer(second));
        assertThat(holders(first)).containsExactlyInAnyOrderEntriesOf(Map.of("mail", "contoso", "infrastructure", "fabrikam"));
        assertThat(status(first)).isEqualTo(RelationshipStatus.IN_FORCE);
        assertThat(status(second)).isEqualTo(RelationshipStatus.IN_FORCE);
        assertThat(seenBy("contoso", first)).containsEntry("mail", Holder.YOU).containsEntry("infrastructure", Holder.ANOTHER_PARTNER);
        assertThat(seenBy("fabrikam", second)).containsEntry("mail", Holder.ANOTHER_PARTNER).containsEntry("infrastructure", Holder.YOU);
        assertThat(told(PAULA.address().value(), first)).isOne();
        assertThat(told(FIONA.address().value(), second)).isOne();
        assertThat(TestMail.to(customer)).extracting(TestMail::subject).noneMatch(subject -> subject.contains("has ended"));
    }

    @Test
    void on_the_same_service_the_one_who_asks_takes_over_from_the_one_who_holds() {
        // given
        Request first = life.sent(PAULA, customer, MAIL, INFRASTRUCTURE);
        life.approve(customer, MAIL, INFRASTRUCTURE);
        life.jobs().runDue();
        Request second = life.sent(FIONA, customer, MAIL);

        // when
        life.approve(life.proven(customer), customer, List.of(new Choice(MAIL, "contoso")));
        life.jobs().runDue();

        // then
        assertThat(holders(first)).containsExactlyInAnyOrderEntriesOf(Map.of("mail", "fabrikam", "infrastructure", "contoso"));
        assertThat(relationships.get(first.relationshipId()).isOnDuty()).isTrue();
        assertThat(relationships.get(second.relationshipId()).isOnDuty()).isTrue();
        assertThat(seenBy("contoso", first)).containsEntry("mail", Holder.ANOTHER_PARTNER).containsEntry("infrastructure", Holder.YOU);
        assertThat(TestMail.text(PAULA.address().value(), "your permission has ended").replaceAll("\\s+", " "))
                .contains("moved the permission to administer these services to another partner").doesNotContain("Fabrikam");
        assertThat(TestMail.text(customer, "The permission of Contoso Cloud has ended")).contains("moved to another partner");
    }

    @Test
    void in_different_clouds_the_same_service_is_held_by_both() {
        // given
        Request global = life.sent(PAULA, customer, MAIL);
        life.approve(customer, MAIL);
        Request german = life.reviewed(invitations.request(new NewInvitation(
                "Northwind Traders", customer, "en", "DE", "germany", "", List.of(MAIL), false), FIONA), FIONA, SentBy.MANDATE);
        life.jobs().runDue();

        // when nobody is shown as holder in the other cloud
        life.approve(customer, MAIL);
        life.jobs().runDue();

        // then
        assertThat(customer(global)).isNotEqualTo(customer(german));
        assertThat(holders(global)).isEqualTo(Map.of("mail", "contoso"));
        assertThat(holders(german)).isEqualTo(Map.of("mail", "fabrikam"));
        assertThat(seenBy("contoso", global)).containsEntry("mail", Holder.YOU);
        assertThat(seenBy("fabrikam", german)).containsEntry("mail", Holder.YOU);
        assertThat(TestMail.to(PAULA.address().value())).map(TestMail::text)
                .noneMatch(text -> text.contains(global.relationshipId().toString()) && text.contains("moved"));
    }

    private UUID customer(Request request) {
        return relationship(request).customer().id();
    }

    private RelationshipStatus status(Request request) {
        return relationship(request).status();
    }

    private Relationship relationship(Request request) {
        return relationships.get(request.relationshipId());
    }

    private Map<String, String> holders(Request request) {
        return permissions.heldAt(customer(request), clock.instant()).stream()
                .collect(Collectors.toMap(Permission::service, Permission::holder));
    }

    private Map<String, Holder> seenBy(String partner, Request request) {
        return customers.get(partner, request.relationshipId()).services().stream()
                .collect(Collectors.toMap(one -> one.service().id(), one -> one.holder()));
    }

    private static long told(String address, Request request) {
        return TestMail.to(address).stream().filter(mail -> TestMail.text(mail).contains("/requests/" + request.id())).count();
    }
}
