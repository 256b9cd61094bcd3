package io.mandate.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mandate.testing.MandateTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.test.context.TestPropertySource;

/** Indirect providers, one level of them, and for whom an organisation may ask. */
class TiersTests {

    @Test
    void of_a_provider_that_asked_the_partner_knows_and_the_provider_itself_and_who_is_of_no_organisation() {
        Request asked = asked(Optional.of("tier-provider"));

        assertThat(Tiers.knownProvider(Optional.of("tier-alpha"), "tier-alpha", asked)).contains("tier-provider");
        assertThat(Tiers.knownProvider(Optional.of("tier-provider"), "tier-alpha", asked)).contains("tier-provider");
        assertThat(Tiers.knownProvider(Optional.empty(), "tier-alpha", asked)).contains("tier-provider");
    }

    @Test
    void the_one_that_follows_it_does_not() {
        assertThat(Tiers.knownProvider(Optional.of("tier-stranger"), "tier-alpha", asked(Optional.of("tier-provider")))).isEmpty();
    }

    @Test
    void where_the_partner_asked_itself_there_is_none_to_know() {
        assertThat(Tiers.knownProvider(Optional.of("tier-alpha"), "tier-alpha", asked(Optional.empty()))).isEmpty();
        assertThat(Tiers.knownProvider(Optional.of("tier-provider"), "tier-alpha", asked(Optional.empty()))).isEmpty();
        assertThat(Tiers.knownProvider(Optional.empty(), "tier-alpha", asked(Optional.empty()))).isEmpty();
    }

    private static Request asked(Optional<String> provider) {
        EmailAddress person = EmailAddress.of("ann@tier.example");
        return new Request(UUID.randomUUID(), UUID.randomUUID(), RequestKind.INVITATION, RequestStatus.DRAFT, "", "Northwind",
                EmailAddress.of("ada@northwind.example"), Locale.ENGLISH, "US", List.of(), List.of(), true, "", "", Optional.empty(),
                new Request.Requester(person, "Ann", Locale.ENGLISH, provider), 0, false, "",
                new Request.Times(Instant.EPOCH, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Nested
    @MandateTest
    class On_h2 extends Tested {}

    @Nested
    @MandateTest
    @TestPropertySource(properties = "mandate.test.database=postgresql")
    class On_postgresql extends Tested {}

    abstract static class Tested {

        @Autowired Partners partners;
        @Autowired Tiers tiers;

        @BeforeEach
        void a_provider_with_two_partners() {
            partners.save(partner("tier-provider", "Zeta Distribution", Optional.empty()));
            partners.save(partner("tier-alpha", "Alpha", Optional.of("tier-provider")));
            partners.save(partner("tier-beta", "Beta", Optional.of("tier-provider")));
            partners.save(partner("tier-stranger", "Stranger", Optional.empty()));
        }

        @Test
        void a_provider_is_known_with_its_partners() {
            assertThat(partners.get("tier-alpha").provider()).contains("tier-provider");
            assertThat(partners.get("tier-provider").provider()).isEmpty();
            assertThat(partners.of("tier-provider")).extracting(Partner::name).containsExactly("Alpha", "Beta");
            assertThat(partners.of("tier-provider").get(1).markets()).containsExactly(new Partner.Market("global", "US"));
            assertThat(partners.of("tier-alpha")).isEmpty();
        }

        @Test
        void there_is_one_level_only() {
            assertThatThrownBy(() -> partners.save(partner("tier-third", "Third", Optional.of("tier-alpha"))))
                    .isInstanceOf(DataIntegrityViolationException.class);
            assertThatThrownBy(() -> partners.save(partner("tier-provider", "Zeta", Optional.of("tier-stranger"))))
                    .isInstanceOf(DataIntegrityViolationException.class);
            assertThatThrownBy(() -> partners.save(partner("tier-alpha", "Alpha", Optional.of("tier-alpha"))))
                    .isInstanceOf(DataIntegrityViolationException.class);
            assertThatThrownBy(() -> partners.save(partner("tier-alpha", "Alpha", Optional.of("tier-nobody"))))
                    .isInstanceOf(DataIntegrityViolationException.class);

            assertThat(partners.find("tier-third")).isEmpty();
            assertThat(partners.get("tier-alpha").provider()).contains("tier-provider");
        }

        @Test
        void a_partner_can_leave_its_provider() {
            partners.save(partner("tier-beta", "Beta", Optional.empty()));

            assertThat(partners.of("tier-provider")).extracting(Partner::id).containsExactly("tier-alpha");
            assertThat(tiers.reads("tier-provider", "tier-beta")).isFalse();
        }

        @Test
        void a_provider_reads_its_partners_and_nobody_anybody_else() {
            assertThat(tiers.reads("tier-provider", "tier-alpha")).isTrue();
            assertThat(tiers.reads("tier-alpha", "tier-alpha")).isTrue();
            assertThat(tiers.reads("tier-alpha", "tier-beta")).isFalse();
            assertThat(tiers.reads("tier-alpha", "tier-provider")).isFalse();
            assertThat(tiers.reads("tier-provider", "tier-stranger")).isFalse();
            assertThat(tiers.reads("tier-provider", "tier-nobody")).isFalse();
        }

        @Test
        void one_asks_for_oneself_or_for_a_partner_that_works_through_one() {
            assertThat(tiers.askedFor("tier-provider", "")).map(Partner::id).contains("tier-provider");
            assertThat(tiers.askedFor("tier-provider", "tier-beta")).map(Partner::id).contains("tier-beta");
            assertThat(tiers.askedFor("tier-provider", "tier-stranger")).isEmpty();
            assertThat(tiers.askedFor("tier-provider", "tier-nobody")).isEmpty();
            assertThat(tiers.askedFor("tier-alpha", "tier-beta")).isEmpty();
            assertThat(tiers.askedFor("tier-alpha", "tier-provider")).isEmpty();
            assertThat(tiers.choices("tier-provider")).extracting(Partner::id)
                    .containsExactly("tier-provider", "tier-alpha", "tier-beta");
            assertThat(tiers.choices("tier-alpha")).isEmpty();
        }

        private static Partner partner(String id, String name, Optional<String> provider) {
            return new Partner(id, name, LocalDate.of(2020, 1, 1), Set.of(new Partner.Market("global", "US")), provider);
        }
    }
}
