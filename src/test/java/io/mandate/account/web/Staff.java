package io.mandate.account.web;

import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.relationship.Partner;
import io.mandate.relationship.Partners;
import io.mandate.testing.People;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/** A partner of its own for each test, so that tests do not count each other's people. */
record Staff(String partner, String ann, String bob) {

    /** With two administrators, Ann and Bob. */
    static Staff join(Partners partners, Accounts accounts) {
        String id = "p-" + UUID.randomUUID().toString().substring(0, 8);
        partners.save(new Partner(id, "Partner " + id, LocalDate.of(2020, 1, 1), Set.of()));
        Staff staff = new Staff(id, "ann@" + id + ".example", "bob@" + id + ".example");
        String hash = "{noop}" + People.PASSWORD;
        accounts.add(Account.ofPartnerAdministrator(id, staff.ann, "Ann Abel", hash, "en"));
        accounts.add(Account.ofPartnerAdministrator(id, staff.bob, "Bob Baker", hash, "en"));
        return staff;
    }

    /** An address of this partner. */
    String address(String name) {
        return name + "@" + partner + ".example";
    }
}
