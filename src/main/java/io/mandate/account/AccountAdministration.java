package io.mandate.account;

import io.mandate.identity.Account;
import io.mandate.identity.AccountChanges.Outcome;
import io.mandate.identity.AccountChanges;
import io.mandate.identity.Accounts;
import io.mandate.identity.Role;
import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.InvalidInputException;
import io.mandate.relationship.NotFoundException;
import io.mandate.relationship.Partners;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Managers add people, change what they are, and lock them out. Nobody does the last two to themselves. */
@Service
@Transactional
public class AccountAdministration {

    private final Accounts accounts;
    private final AccountChanges changes;
    private final Partners partners;
    private final StaffAddresses addresses;
    private final AccountActs acts;
    private final ApplicationEventPublisher events;

    AccountAdministration(Accounts accounts, AccountChanges changes, Partners partners, StaffAddresses addresses, AccountActs acts,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.changes = changes;
        this.partners = partners;
        this.addresses = addresses;
        this.acts = acts;
        this.events = events;
    }

    /** An account that has no password yet: whoever listens after the commit tells the person how to set it. */
    record Added(String username) {}

    /** What became of a change. */
    public enum Change { DONE, STALE, LAST, SELF }

    /**
     * Adds a person, who is told by mail how to set a password. Doing it a second time changes nothing and is no mistake.
     *
     * @throws InvalidInputException where something is wrong with it; nothing is stored then
     */
    public void add(Manager by, NewPerson typed) {
        NewPerson person = by.partner().isEmpty() ? typed
                : new NewPerson(typed.address(), typed.name(), typed.role(), by.partner(), typed.language());
        List<FieldProblem> problems = new ArrayList<>(person.problems());
        if (person.role().isPresent() && !by.roles().contains(person.role().get())) {
            problems.add(new FieldProblem("role", "problem.account.role"));
        }
        if (person.partner().isPresent() && partners.find(person.partner().get()).isEmpty()) {
            problems.add(new FieldProblem("partner", "problem.account.partner"));
        }
        addresses.problem(person.address(), person.partner()).ifPresent(problems::add);
        InvalidInputException.refuse(problems);
        Account account = new Account(StaffAddresses.username(person.address()).orElseThrow(), person.name(),
                person.role().orElseThrow(), person.partner(), Optional.empty(), person.language());
        if (accounts.add(account)) {
            acts.record(AccountAct.Kind.ADDED, Optional.of(by.username()), account);
            events.publishEvent(new Added(account.username()));
        } else {
            known(by, account);
        }
    }

    /** An address that has an account: nothing is told of accounts that the manager does not see. */
    private void known(Manager by, Account wanted) {
        Account known = accounts.find(wanted.username()).filter(by::manages)
                .orElseThrow(() -> new InvalidInputException(StaffAddresses.NOT_HERE));
        if (!known.equals(wanted)) {
            throw new InvalidInputException(new FieldProblem("address", "problem.account.address.known"));
        }
    }

    /** Gives a person another role. */
    public Change changeRole(Manager by, String username, int version, Role role) {
        Role former = managed(by, username).role();
        if (!Manager.besides(former).contains(role)) {
            throw new InvalidInputException(new FieldProblem("role", "problem.account.role"));
        }
        return change(by, username, version, AccountAct.Kind.ROLE_CHANGED, account -> changes.changeRole(account, role));
    }

    /** Keeps a person from signing in; sessions end at their next request. */
    public Change lock(Manager by, String username, int version) {
        return change(by, username, version, AccountAct.Kind.LOCKED, changes::lock);
    }

    /** Lets a person sign in again. */
    public Change unlock(Manager by, String username, int version) {
        return change(by, username, version, AccountAct.Kind.UNLOCKED, changes::unlock);
    }

    /** Removes the account of a person who is locked, with everything that is known of them here. */
    public Change remove(Manager by, String username, int version) {
        Account account = managed(by, username);
        if (!account.locked() || account.version() != version) {
            return Change.STALE;
        }
        if (changes.remove(account) != Outcome.DONE) {
            return Change.STALE;
        }
        acts.record(AccountAct.Kind.REMOVED, Optional.of(by.username()), account);
        return Change.DONE;
    }

    private Change change(Manager by, String username, int version, AccountAct.Kind kind, Function<Account, Outcome> change) {
        Account present = managed(by, username);
        if (username.equals(by.username())) {
            return Change.SELF;
        }
        Outcome outcome = change.apply(present.asOf(version));
        if (outcome == Outcome.DONE) {
            Account after = accounts.find(username).orElseThrow();
            acts.record(kind, Optional.of(by.username()), after, Optional.of(present.role()).filter(one -> one != after.role()));
        }
        return switch (outcome) {
            case DONE, ALREADY -> Change.DONE;
            case STALE -> Change.STALE;
            case LAST -> Change.LAST;
        };
    }

    /** Throws {@link NotFoundException} alike for who is not there and for who is not the manager's to manage. */
    private Account managed(Manager by, String username) {
        return accounts.find(username).filter(by::manages).filter(one -> one.username().equals(username))
                .orElseThrow(() -> new NotFoundException("account", username));
    }
}
