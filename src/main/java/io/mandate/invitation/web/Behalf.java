package io.mandate.invitation.web;

import io.mandate.relationship.NotFoundException;
import io.mandate.relationship.Partner;
import io.mandate.relationship.Tiers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** For whom a request is made: asked only of staff of an indirect provider, who may ask on behalf of its partners. */
@Component
class Behalf {

    private static final String FIELD = "partner";

    private final Tiers tiers;

    Behalf(Tiers tiers) {
        this.tiers = tiers;
    }

    /** The id of the partner that was chosen. Throws {@link NotFoundException} where it is none of theirs, known or not. */
    String asking(String organisation, String chosen) {
        if (chosen.isEmpty()) {
            return first(organisation);
        }
        return tiers.askedFor(organisation, chosen).map(Partner::id).orElseThrow(() -> new NotFoundException(FIELD, chosen));
    }

    /** As {@link #asking}, but the first choice where what was chosen is none: what is wrong with it is told otherwise. */
    String known(String organisation, String chosen) {
        return tiers.askedFor(organisation, chosen).map(Partner::id).orElseGet(() -> first(organisation));
    }

    /** Adds the choice to the form, where there is one. */
    void show(String organisation, String asking, Map<String, Object> fields, Model model) {
        Map<String, String> names = new LinkedHashMap<>();
        tiers.choices(organisation).forEach(one -> names.put(one.id(), one.name()));
        if (!names.isEmpty()) {
            fields.put(FIELD, asking);
            model.addAttribute("behalf", names);
        }
    }

    /** Itself, unless it may ask nowhere for itself. */
    private String first(String organisation) {
        return tiers.choices(organisation).stream().map(Partner::id).findFirst().orElse(organisation);
    }
}
