package io.mandate.testing;

import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.Partner;
import io.mandate.relationship.Partner.Market;
import io.mandate.relationship.PartnerStaff;
import io.mandate.relationship.Partners;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;

/** The people of the tests. */
public final class People {

    public static final PartnerStaff PAULA =
            new PartnerStaff("contoso", EmailAddress.of("paula@contoso.example"), "Paula Pérez", Locale.ENGLISH);
    public static final PartnerStaff FIONA =
            new PartnerStaff("fabrikam", EmailAddress.of("fiona@fabrikam.example"), "Fiona Fischer", Locale.GERMAN);

    private static final Set<Market> EVERYWHERE = Set.of(
            new Market("global", "US"), new Market("global", "DE"), new Market("global", "ES"),
            new Market("germany", "DE"), new Market("us-government", "US"));

    /** The password of everybody's account. */
    public static final String PASSWORD = "secret";

    public static final String CARL = "carl@contoso.example";
    public static final String SAM = "sam@mandate.example";
    public static final String OLIVIA = "olivia@mandate.example";

    private People() {}

    /** Makes the partners known. */
    public static void join(Partners partners) {
        partners.save(new Partner("contoso", "Contoso Cloud", LocalDate.of(2019, 4, 1), EVERYWHERE));
        partners.save(new Partner("fabrikam", "Fabrikam Managed Services", LocalDate.of(2021, 9, 15), EVERYWHERE));
    }

    /** Gives the staff of both partners, a process owner and support accounts to sign in with. */
    public static void join(Partners partners, Accounts accounts) {
        join(partners);
        String hash = "{noop}" + PASSWORD;
        accounts.add(Account.ofPartner("contoso", PAULA.address().value(), PAULA.name(), hash, "en"));
        accounts.add(Account.ofPartner("contoso", CARL, "Carl Conrad", hash, "es"));
        accounts.add(Account.ofPartner("fabrikam", FIONA.address().value(), FIONA.name(), hash, "de"));
        accounts.add(Account.ofProcessOwner(OLIVIA, "Olivia Owens", hash, "en"));
        accounts.add(Account.ofSupport(SAM, "Sam Sanders", hash, "en"));
    }
}
