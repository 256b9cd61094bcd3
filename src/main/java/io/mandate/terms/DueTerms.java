package io.mandate.terms;

import io.mandate.relationship.HeldTerm;
import io.mandate.relationship.Permission;
import io.mandate.relationship.TermNotice;
import io.mandate.relationship.Terms;
import io.mandate.revocation.Removals;
import io.mandate.termchange.Extensions;
import io.mandate.termnotice.TermNotifications;
import io.mandate.termrules.TermRule;
import io.mandate.termrules.TermRules;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Does what is due because of terms, a batch in one transaction: each permission is locked, what follows from its term is
 * begun, and it is due again only when there is something to do. So nothing is done twice, and what was missed is found.
 */
@Service
@Transactional
public class DueTerms {

    static final int BATCH = 50;

    private final Clock clock;
    private final Terms terms;
    private final TermRules rules;
    private final TermNotifications notifications;
    private final Extensions extensions;
    private final Removals removals;

    DueTerms(Clock clock, Terms terms, TermRules rules, TermNotifications notifications, Extensions extensions, Removals removals) {
        this.clock = clock;
        this.terms = terms;
        this.rules = rules;
        this.notifications = notifications;
        this.extensions = extensions;
        this.removals = removals;
    }

    /**
     * Does what is due of the next permissions.
     *
     * @return whether more may be due
     */
    public boolean act() {
        Instant now = clock.instant();
        List<HeldTerm> due = terms.due(now, BATCH);
        Map<Kind, TermRule> known = new HashMap<>();
        byRelationship(due).forEach(ofOne -> act(ofOne, known, now));
        return due.size() == BATCH;
    }

    /** Permissions that have one rule. */
    private record Kind(String cloud, int strength) {}

    /**
     * One relationship after the other, always in the same order, so that two runs never wait for each other. Whoever gives or
     * takes permissions at the same moment may lock the relationship first and then wait for its permission: then the database
     * lets one of both fail, which begins anew.
     */
    private static Collection<List<HeldTerm>> byRelationship(List<HeldTerm> due) {
        return due.stream().sorted(Comparator.comparing(term -> term.permission().service())).collect(Collectors.groupingBy(
                term -> term.permission().relationshipId(), TreeMap::new, Collectors.toList())).values();
    }

    private void act(List<HeldTerm> ofOne, Map<Kind, TermRule> known, Instant now) {
        List<TermPlan> plans = ofOne.stream().map(term -> new TermPlan(term, known.computeIfAbsent(
                new Kind(term.cloud(), rules.strength(term.permission())), kind -> rules.of(kind.cloud(), kind.strength())))).toList();
        // First, as it locks the relationship, to which all that is written afterwards refers.
        removals.termEnded(plans.stream().filter(plan -> plan.due(now) == TermPlan.Step.END)
                .map(plan -> plan.term().permission()).toList());
        plans.forEach(plan -> act(plan, now));
    }

    private void act(TermPlan plan, Instant now) {
        Permission held = plan.term().permission();
        switch (plan.due(now)) {
            case EXTENSION -> extensions.extend(held, plan.extendedTo().orElseThrow(), plan.extended(now).next(now));
            case NOTICE -> {
                terms.next(held, plan.next(now));
                notifications.give(notice(plan, now));
            }
            case NOTHING -> terms.next(held, plan.next(now));
            case END -> { /* Recorded before. */ }
        }
    }

    private static TermNotice notice(TermPlan plan, Instant now) {
        Permission held = plan.term().permission();
        return new TermNotice(UUID.randomUUID(), held.relationshipId(), held.customerId(), held.service(), held.requestId(),
                held.endsAt(), plan.notice(now).orElseThrow(), plan.extendedTo(), now);
    }
}
