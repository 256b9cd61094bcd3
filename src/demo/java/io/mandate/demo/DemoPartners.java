package io.mandate.demo;

import io.mandate.relationship.Partner;
import io.mandate.relationship.Partner.Market;
import io.mandate.relationship.Partners;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Two partners, one in all three clouds, one in the global cloud only, and the indirect provider through which the latter works. */
@Component
@Profile("demo")
@Order(1)
class DemoPartners implements ApplicationRunner {

    private final Partners partners;

    DemoPartners(Partners partners) {
        this.partners = partners;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        partners.save(new Partner("contoso", "Contoso Cloud", LocalDate.of(2019, 4, 1), Set.of(
                new Market("global", "US"), new Market("global", "GB"), new Market("global", "ES"), new Market("global", "DE"),
                new Market("us-government", "US"), new Market("germany", "DE"))));
        Set<Market> three = Set.of(new Market("global", "US"), new Market("global", "DE"), new Market("global", "ES"));
        partners.save(new Partner("adatum", "Adatum Distribution", LocalDate.of(2017, 2, 1), three));
        partners.save(new Partner("fabrikam", "Fabrikam Managed Services", LocalDate.of(2021, 9, 15), three, Optional.of("adatum")));
    }
}
