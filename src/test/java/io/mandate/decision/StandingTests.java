package io.mandate.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.catalog.Catalog;
import io.mandate.catalog.LocalizedText;
import io.mandate.catalog.Role;
import io.mandate.catalog.Service;
import io.mandate.decision.Evaluation.Resource;
import io.mandate.decision.Evaluation.Subject;
import io.mandate.relationship.LastHeld;
import io.mandate.relationship.Permission;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandingTests {

    private static final UUID CUSTOMER = UUID.fromString("7f6f3b0e-53a8-4c0e-9f59-2a2ac0b3f0aa");
    private static final Instant GRANTED = Instant.parse("2026-11-01T08:00:00Z");
    private static final Instant ENDS = Instant.parse("2027-11-01T08:00:00.001Z");
    private static final Evaluation MAY_READ = asks("contoso", "mail-reader", "mail", CUSTOMER.toString());

    @Test
    void a_role_that_is_held_is_permitted_and_the_context_says_until_when() {
        var decision = at(GRANTED).decide(MAY_READ);

        assertThat(decision.decision()).isTrue();
        assertThat(decision.context()).containsOnly(
                Map.entry("valid_until", "2027-11-01T08:00:00.001Z"),
                Map.entry("roles", List.of("mail-reader", "mail-user-administrator")));
    }

    @Test
    void administering_is_permitted_with_any_role() {
        assertThat(at(GRANTED).decide(asks("contoso", "administer", "mail", CUSTOMER.toString())).decision()).isTrue();
    }

    @Test
    void a_permission_counts_until_just_before_its_end() {
        assertThat(at(ENDS.minus(Duration.ofMillis(1))).decide(MAY_READ).decision()).isTrue();
        assertThat(at(ENDS).decide(MAY_READ).decision()).isFalse();
        assertThat(at(ENDS).decide(MAY_READ).context())
                .containsEntry("reason", "ended").containsEntry("ended_at", "2027-11-01T08:00:00.001Z");
    }

    @Test
    void what_was_noted_as_ended_never_counts_and_its_end_is_still_told() {
        var noted = new LastHeld("mail", "contoso", ENDS, Optional.empty());

        for (Instant now : List.of(GRANTED, ENDS)) {
            assertThat(of(noted, now).decide(asks("contoso", "administer", "mail", CUSTOMER.toString())).context())
                    .containsEntry("reason", "ended").containsEntry("ended_at", "2027-11-01T08:00:00.001Z");
        }
        assertThat(of(noted, ENDS).decide(asks("fabrikam", "administer", "mail", CUSTOMER.toString())).context())
                .containsEntry("reason", "not_held");
    }

    @Test
    void a_role_that_is_not_held_is_denied() {
        assertDenied(asks("contoso", "mail-administrator", "mail", CUSTOMER.toString()), "role_not_held");
    }

    @Test
    void a_role_that_the_service_does_not_have_is_told_apart() {
        assertDenied(asks("contoso", "infrastructure-owner", "mail", CUSTOMER.toString()), "unknown_role");
    }

    @Test
    void an_answer_to_a_partner_that_does_not_hold_it_is_the_same_whether_another_or_nobody_holds_it() {
        var heldByContoso = at(GRANTED).decide(asks("fabrikam", "administer", "mail", CUSTOMER.toString()));
        var heldByNobody = at(GRANTED).decide(asks("fabrikam", "administer", "collaboration", CUSTOMER.toString()));

        assertThat(heldByContoso).isEqualTo(heldByNobody);
        assertThat(heldByContoso.context()).containsEntry("reason", "not_held");
        assertThat(heldByContoso.toString()).doesNotContainIgnoringCase("contoso");
    }

    @Test
    void after_its_end_another_partners_permission_is_not_told_either() {
        assertThat(at(ENDS).decide(asks("fabrikam", "administer", "mail", CUSTOMER.toString())).context())
                .containsEntry("reason", "not_held").doesNotContainKey("ended_at");
    }

    @Test
    void the_customer_is_found_in_upper_case_too() {
        assertThat(at(GRANTED).decide(asks("contoso", "administer", "mail", "7F6F3B0E-53A8-4C0E-9F59-2A2AC0B3F0AA")).decision())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8f6f3b0e-53a8-4c0e-9f59-2a2ac0b3f0aa", "northwind.example", "", "1-1-1-1-1", "${customer}"})
    void a_customer_that_there_is_not_is_denied(String customer) {
        assertDenied(asks("contoso", "administer", "mail", customer), "unknown_customer");
    }

    @Test
    void a_question_without_the_customer_is_denied() {
        assertDenied(new Evaluation(new Subject("partner", "contoso"), "administer",
                new Resource("service", "mail", Optional.empty())), "customer_missing");
    }

    @Test
    void only_partners_and_services_are_known() {
        var resource = new Resource("service", "mail", Optional.of(CUSTOMER.toString()));
        var subject = new Subject("partner", "contoso");

        assertDenied(new Evaluation(new Subject("user", "contoso"), "administer", resource), "unknown_subject_type");
        assertDenied(new Evaluation(subject, "administer", new Resource("mailbox", "mail", resource.customer())),
                "unknown_resource_type");
    }

    private static void assertDenied(Evaluation asked, String reason) {
        var decision = at(GRANTED).decide(asked);

        assertThat(decision.decision()).isFalse();
        assertThat(decision.context()).containsOnlyKeys("reason", "reason_admin").containsEntry("reason", reason);
    }

    private static Evaluation asks(String partner, String action, String service, String customer) {
        return new Evaluation(
                new Subject("partner", partner), action, new Resource("service", service, Optional.of(customer)));
    }

    private static Standing at(Instant now) {
        var held = new Permission(CUSTOMER, "mail", "contoso", UUID.randomUUID(), UUID.randomUUID(),
                List.of("mail-reader", "mail-user-administrator"), GRANTED, ENDS);
        return of(new LastHeld("mail", "contoso", ENDS, Optional.of(held)), now);
    }

    private static Standing of(LastHeld held, Instant now) {
        var text = new LocalizedText("Mail", "Correo", "E-Mail");
        var roles = List.of(new Role("mail-reader", 1, text, text), new Role("mail-administrator", 3, text, text));
        var catalog = new Catalog(List.of(), List.of(new Service("mail", text, text, roles, Map.of(), Map.of())));
        return new Standing(Map.of(CUSTOMER, List.of(held)), catalog, now);
    }
}
