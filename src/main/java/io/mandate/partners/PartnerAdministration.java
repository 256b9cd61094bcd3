package io.mandate.partners;

import io.mandate.catalog.Catalog;
import io.mandate.catalog.Cloud;
import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.InvalidInputException;
import io.mandate.relationship.Partner;
import io.mandate.relationship.Partners;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds partners and changes them, one after the other: who is whose provider is looked at while nobody else changes it. */
@Service
@Transactional
public class PartnerAdministration {

    private static final String ID = "[a-z0-9][a-z0-9-]{0,39}";
    private static final int LONGEST_NAME = 120;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final Partners partners;
    private final Catalog catalog;
    private final Clock clock;

    PartnerAdministration(Partners partners, Catalog catalog, Clock clock) {
        this.partners = partners;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** What tells a partner as it was shown from one that was changed since. */
    public static String mark(Partner partner) {
        Set<String> markets = new TreeSet<>();
        partner.markets().forEach(one -> markets.add(one.cloud() + " " + one.country()));
        return Integer.toHexString(List.of(partner.name(), partner.since(), partner.provider(), markets).hashCode());
    }

    /**
     * Adds a partner. Doing it a second time changes nothing and is no mistake.
     *
     * @throws InvalidInputException where something is wrong; nothing is stored then
     */
    public void add(PartnerForm form) {
        partners.lock();
        List<FieldProblem> problems = new ArrayList<>();
        if (!form.id().matches(ID)) {
            problems.add(new FieldProblem("id", "problem.partner.id"));
        }
        Partner wanted = read(form, problems);
        InvalidInputException.refuse(problems);
        Optional<Partner> known = partners.find(form.id());
        if (known.isPresent() && !mark(known.get()).equals(mark(wanted))) {
            throw new InvalidInputException(new FieldProblem("id", "problem.partner.id.taken"));
        }
        partners.save(wanted);
    }

    /**
     * Changes a partner.
     *
     * @param shown the {@link #mark} of the partner as the page showed it
     * @return false where it was changed since: nothing is stored then
     * @throws InvalidInputException where something is wrong; nothing is stored then
     */
    public boolean change(PartnerForm form, String shown) {
        partners.lock();
        Partner present = partners.get(form.id());
        List<FieldProblem> problems = new ArrayList<>();
        Partner wanted = read(form, problems);
        InvalidInputException.refuse(problems);
        if (mark(present).equals(mark(wanted))) {
            return true;
        }
        if (!mark(present).equals(shown)) {
            return false;
        }
        partners.save(wanted);
        return true;
    }

    private Partner read(PartnerForm form, List<FieldProblem> problems) {
        if (form.name().isBlank() || form.name().length() > LONGEST_NAME) {
            problems.add(new FieldProblem("name", "problem.partner.name", LONGEST_NAME));
        }
        Optional<LocalDate> since = day(form.since());
        if (since.isEmpty()) {
            problems.add(new FieldProblem("since", "problem.partner.since"));
        }
        Optional<String> provider = Optional.of(form.provider()).filter(one -> !one.isEmpty());
        provider.flatMap(one -> providerProblem(form.id(), one)).ifPresent(problems::add);
        return new Partner(form.id(), form.name(), since.orElse(EARLIEST), markets(form, problems), provider);
    }

    private Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed)).filter(one -> !one.isBefore(EARLIEST))
                    .filter(one -> !one.isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1)));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    /** There is one level of providers. */
    private Optional<FieldProblem> providerProblem(String id, String provider) {
        Optional<Partner> known = partners.find(provider);
        if (known.isEmpty() || provider.equals(id)) {
            return Optional.of(new FieldProblem("provider", "problem.partner.provider"));
        }
        if (known.get().provider().isPresent()) {
            return Optional.of(new FieldProblem("provider", "problem.partner.provider.tier", known.get().name()));
        }
        return partners.of(id).stream().findFirst()
                .map(one -> new FieldProblem("provider", "problem.partner.provider.self", one.name()));
    }

    private Set<Partner.Market> markets(PartnerForm form, List<FieldProblem> problems) {
        Set<Partner.Market> markets = new LinkedHashSet<>();
        for (Cloud cloud : catalog.clouds()) {
            for (String country : form.markets().getOrDefault(cloud.id(), List.of())) {
                if (cloud.serves(country)) {
                    markets.add(new Partner.Market(cloud.id(), country));
                } else {
                    problems.add(new FieldProblem("markets-" + cloud.id(), "problem.partner.country",
                            country.substring(0, Math.min(country.length(), 20))));
                    break;
                }
            }
        }
        // A cloud that the catalog does not have now keeps its markets: no page shows them.
        partners.find(form.id()).ifPresent(present -> present.markets().stream()
                .filter(one -> catalog.cloud(one.cloud()).isEmpty()).forEach(markets::add));
        return markets;
    }
}
