package io.mandate.account;

import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.identity.Role;
import io.mandate.identity.engine.SetUpLock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Makes the first process owner at a start at which there is none who may sign in; at any other the setting does nothing. Nodes
 * that start at the same time make one.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class FirstAdministrator implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final FirstAdministratorProperties settings;
    private final Accounts accounts;
    private final AccountActs acts;
    private final PasswordEncoder encoder;
    private final SetUpLock lock;
    private final ApplicationEventPublisher events;

    FirstAdministrator(FirstAdministratorProperties settings, Accounts accounts, AccountActs acts, PasswordEncoder encoder, SetUpLock lock,
            ApplicationEventPublisher events) {
        this.settings = settings;
        this.accounts = accounts;
        this.acts = acts;
        this.encoder = encoder;
        this.lock = lock;
        this.events = events;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (isThereOne()) {
            return;
        }
        if (!settings.isNamed()) {
            LOG.warn("Nobody can manage accounts: there is no process owner who may sign in. Set mandate.first-administrator.address"
                    + " and mandate.first-administrator.name, and start again.");
            return;
        }
        // Made before the lock is held, since that takes long on purpose.
        Optional<String> hash = Optional.of(settings.password()).filter(one -> !one.isEmpty()).map(encoder::encode);
        lock.run(() -> {
            if (!isThereOne()) {
                make(hash);
            }
        });
    }

    private void make(Optional<String> hash) {
        Account bare = new Account(settings.username(), settings.name().strip(), Role.PROCESS_OWNER, Optional.empty(), Optional.empty(),
                settings.language());
        Account account = hash.map(bare::withPassword).orElse(bare);
        if (!accounts.add(account)) {
            LOG.warn("Nobody can manage accounts: the address in mandate.first-administrator.address has an account already, which is"
                    + " locked or has another role. Name another address, and start again.");
            return;
        }
        acts.record(AccountAct.Kind.FIRST_ADDED, Optional.empty(), account);
        if (hash.isEmpty()) {
            events.publishEvent(new AccountAdministration.Added(account.username()));
        }
        LOG.info("The first process owner was made, as mandate.first-administrator names it{}.",
                hash.isEmpty() ? "; a link to set the password is mailed to them" : "");
    }

    private boolean isThereOne() {
        return accounts.of(Role.PROCESS_OWNER).stream().anyMatch(one -> !one.locked());
    }
}
