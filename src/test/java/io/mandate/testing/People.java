package io.mandate.testing;

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

    private People() {}

    /** Makes the partners known. */
    public static void join(Partners partners) {
        partners.save(new Partner("contoso", "Contoso Cloud", LocalDate.of(2019, 4, 1), EVERYWHERE));
        partners.save(new Partner("fabrikam", "Fabrikam Managed Services", LocalDate.of(2021, 9, 15), EVERYWHERE));
    }
}
