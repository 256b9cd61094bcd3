package io.mandate.account;

import io.mandate.identity.Account;
import io.mandate.identity.AccountChanges;
import io.mandate.identity.Accounts;
import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * People set and change the passwords of their own accounts. Hashes are made before the transaction, since they take long on
 * purpose. Each change ends the sessions that began before it.
 */
@Service
public class Passwords {

    /** Names of fields. */
    public static final String CURRENT = "current";
    public static final String NEW = "password";
    public static final String AGAIN = "again";

    private final Accounts accounts;
    private final AccountChanges changes;
    private final PasswordLinks links;
    private final PasswordRules rules;
    private final PasswordEncoder encoder;
    private final AccountActs acts;
    private final AccountLetters letters;
    private final TransactionTemplate transaction;

    Passwords(Accounts accounts, AccountChanges changes, PasswordLinks links, PasswordRules rules, PasswordEncoder encoder,
            AccountActs acts, AccountLetters letters, TransactionTemplate transaction) {
        this.accounts = accounts;
        this.changes = changes;
        this.links = links;
        this.rules = rules;
        this.encoder = encoder;
        this.acts = acts;
        this.letters = letters;
        this.transaction = transaction;
    }

    /** A password as somebody typed it twice. */
    public record Wish(String password, String again) {

        @Override
        public String toString() {
            return "Wish[withheld]";
        }
    }

    /**
     * Sets the password of the account whose link this is.
     *
     * @return false where the link does not count any more
     * @throws InvalidInputException where the password is not taken: the link still counts
     */
    public boolean set(String token, Wish wish) {
        Optional<Account> owner = links.owner(token);
        if (owner.isEmpty()) {
            return false;
        }
        Account account = owner.get();
        InvalidInputException.refuse(problems(account, wish));
        String hash = encoder.encode(wish.password());
        return store(account, AccountAct.Kind.PASSWORD_SET,
                () -> links.use(token, account.username()) && changes.setPassword(account.username(), Optional.empty(), hash));
    }

    /**
     * Changes the password of a local account.
     *
     * @return the account afterwards; empty where it has no password to change
     * @throws InvalidInputException where the present password is another, or the new one is not taken
     */
    public Optional<Account> change(String username, String current, Wish wish) {
        Optional<Account> known = accounts.find(username).filter(one -> !one.locked() && one.passwordHash().isPresent());
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Account account = known.get();
        String before = account.passwordHash().orElseThrow();
        if (!encoder.matches(current, before)) {
            throw new InvalidInputException(new FieldProblem(CURRENT, "problem.password.current"));
        }
        List<FieldProblem> problems = problems(account, wish);
        if (problems.isEmpty() && wish.password().equals(current)) {
            problems.add(new FieldProblem(NEW, "problem.password.same"));
        }
        InvalidInputException.refuse(problems);
        String hash = encoder.encode(wish.password());
        return store(account, AccountAct.Kind.PASSWORD_CHANGED, () -> changes.setPassword(username, Optional.of(before), hash))
                ? accounts.find(username) : Optional.empty();
    }

    private boolean store(Account account, AccountAct.Kind kind, BooleanSupplier change) {
        boolean stored = Boolean.TRUE.equals(transaction.execute(status -> {
            if (!change.getAsBoolean()) {
                status.setRollbackOnly();
                return false;
            }
            links.useUp(account.username());
            acts.record(kind, Optional.of(account.username()), account);
            return true;
        }));
        if (stored) {
            letters.passwordChanged(account);
        }
        return stored;
    }

    private List<FieldProblem> problems(Account account, Wish wish) {
        List<FieldProblem> problems = new ArrayList<>();
        rules.problem(NEW, wish.password(), account.username(), account.displayName()).ifPresent(problems::add);
        if (problems.isEmpty() && !wish.password().equals(wish.again())) {
            problems.add(new FieldProblem(AGAIN, "problem.password.again"));
        }
        return problems;
    }
}
