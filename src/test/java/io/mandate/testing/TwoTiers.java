package io.mandate.testing;

import static io.mandate.testing.Lifecycle.MAIL;

import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.invitation.NewInvitation;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.Partner.Market;
import io.mandate.relationship.Partner;
import io.mandate.relationship.PartnerStaff;
import io.mandate.relationship.Partners;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** An indirect provider, and two partners that work through it and are strangers to each other. */
public final class TwoTiers {

    public static final PartnerStaff DANA =
            new PartnerStaff("adatum", EmailAddress.of("dana@adatum.example"), "Dana Dahl", Locale.ENGLISH);
    public static final PartnerStaff PIA =
            new PartnerStaff("proseware", EmailAddress.of("pia@proseware.example"), "Pia Prager", Locale.ENGLISH);
    public static final PartnerStaff WIM =
            new PartnerStaff("wingtip", EmailAddress.of("wim@wingtip.example"), "Wim Winter", Locale.ENGLISH);

    private TwoTiers() {}

    /** Makes the three known, with an account for each person. */
    public static void join(Partners partners, Accounts accounts) {
        partners.save(new Partner("adatum", "Adatum Distribution", LocalDate.of(2017, 2, 1),
                Set.of(new Market("global", "US"), new Market("global", "ES"))));
        partners.save(proseware(Optional.of("adatum")));
        partners.save(new Partner("wingtip", "Wingtip Services", LocalDate.of(2022, 5, 1),
                Set.of(new Market("global", "US")), Optional.of("adatum")));
        String hash = "{noop}" + People.PASSWORD;
        accounts.add(Account.ofPartner("adatum", DANA.address().value(), DANA.name(), hash, "en"));
        accounts.add(Account.ofPartner("proseware", PIA.address().value(), PIA.name(), hash, "en"));
        accounts.add(Account.ofPartner("wingtip", WIM.address().value(), WIM.name(), hash, "en"));
    }

    /** One of the two, with this provider. */
    public static Partner proseware(Optional<String> provider) {
        return new Partner("proseware", "Proseware", LocalDate.of(2020, 3, 1),
                Set.of(new Market("global", "US"), new Market("global", "DE")), provider);
    }

    /** A request for {@link Lifecycle#MAIL} in the global cloud, on behalf of a partner, or of oneself for the empty text. */
    public static NewInvitation asking(String partner, String address, String language, String country) {
        return new NewInvitation(partner, "Northwind Traders", address, language, country, "global", "", List.of(MAIL), false);
    }
}
