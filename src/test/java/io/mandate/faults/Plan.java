package io.mandate.faults;

import io.mandate.faults.Asked.Act;
import io.mandate.faults.Case.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What is to be done in a case, step by step, and where it stands. */
final class Plan {

    /** A step that may be tried as often as it takes. */
    private interface Step {
        Outcome attempt() throws UnansweredException;
    }

    final Case of;
    private final Map<String, PartnerSide> partners;
    private final CustomerSide customer;
    private final ServiceSide service;
    private final Records records;
    private final List<Step> steps = new ArrayList<>();
    private int done;

    Plan(Kind kind, Map<String, PartnerSide> partners, CustomerSide customer, ServiceSide service, Records records, Random chance) {
        this.of = new Case(kind);
        this.partners = partners;
        this.customer = customer;
        this.service = service;
        this.records = records;
        String first = Scene.PARTNERS.get(chance.nextInt(2));
        String second = first.equals(Scene.CONTOSO) ? Scene.FABRIKAM : Scene.CONTOSO;
        invited(first, kind);
        switch (kind) {
            case REMOVED -> removed(first, chance.nextInt(3));
            case RESTORED -> {
                removed(first, chance.nextInt(3));
                restored(first);
            }
            case CONTESTED -> invited(second, kind);
            case ENDED -> steps.add(() -> partners.get(first).end(of));
            default -> { }
        }
    }

    /** Tries what is next. */
    Outcome advance() throws UnansweredException {
        Outcome outcome = steps.get(done).attempt();
        if (outcome == Outcome.DONE) {
            done++;
        }
        if (outcome == Outcome.OVER || done == steps.size()) {
            of.finish();
        }
        return outcome;
    }

    private void invited(String partner, Kind kind) {
        Asked asked = of.ask(partner, false);
        steps.add(() -> partners.get(partner).ask(of, asked));
        steps.add(() -> partners.get(partner).review(of, asked));
        switch (kind) {
            case UNANSWERED -> { }
            case WITHDRAWN -> steps.add(() -> partners.get(partner).withdraw(of, asked));
            case DECLINED -> steps.add(() -> customer.answer(of, asked, Act.DECLINE));
            default -> steps.add(() -> customer.answer(of, asked, Act.APPROVE));
        }
    }

    private void removed(String partner, int way) {
        switch (way) {
            case 0 -> steps.add(() -> partners.get(partner).giveUp(of));
            case 1 -> steps.add(() -> customer.remove(of));
            default -> steps.add(() -> service.remove(of, partner, records.customer(of)));
        }
    }

    private void restored(String partner) {
        Asked asked = of.ask(partner, true);
        steps.add(() -> partners.get(partner).restore(of, asked));
        steps.add(() -> customer.answer(of, asked, Act.APPROVE));
    }
}
