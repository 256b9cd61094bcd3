package io.mandate.terms;

import io.mandate.relationship.Customer;
import io.mandate.relationship.Permission;
import io.mandate.relationship.PermissionChangedException;
import io.mandate.relationship.TermChanging;
import io.mandate.relationship.Terms;
import io.mandate.termrules.TermRule;
import io.mandate.termrules.TermRules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets a customer choose which permissions are extended before their end, until they stop that. */
@Service
@Transactional
public class ExtensionChoices {

    private final Terms terms;
    private final TermRules rules;
    private final TermChanging changing;

    ExtensionChoices(Terms terms, TermRules rules, TermChanging changing) {
        this.terms = terms;
        this.rules = rules;
        this.changing = changing;
    }

    /**
     * What a customer may choose for one permission.
     *
     * @param wanted whether it is to be extended as it stands
     * @param days by so many days
     */
    public record Choice(boolean wanted, int days) {}

    /**
     * The choices that there are for what is held of a customer, by service; none where the decision table allows none. In no
     * transaction, which a mistake in the table would end.
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Map<String, Choice> of(Customer customer, List<Permission> held) {
        Set<String> wanted = held.isEmpty() ? Set.of() : terms.extending(customer.id());
        Map<String, Choice> choices = new TreeMap<>();
        for (Permission one : held) {
            rules.find(customer.cloud(), one).filter(TermRule::extendable).ifPresent(rule ->
                    choices.put(one.service(), new Choice(wanted.contains(one.service()), rule.extensionDays())));
        }
        return choices;
    }

    /**
     * The customer lets a permission be extended, or stops that; at once, if it is still held exactly as it was shown.
     *
     * @param who name of the customer's administrator
     * @throws PermissionChangedException where it changed meanwhile, or may not be extended: nothing was changed
     */
    public void choose(Customer customer, Permission shown, boolean wanted, String who) {
        if (wanted && !rules.of(customer.cloud(), shown).extendable()) {
            throw new PermissionChangedException(shown.service());
        }
        changing.extending(shown, wanted, who);
    }
}
