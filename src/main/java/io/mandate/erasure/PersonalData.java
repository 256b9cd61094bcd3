package io.mandate.erasure;

import io.mandate.LogContext;
import io.mandate.account.PasswordLinks;
import io.mandate.engine.PastInstances;
import io.mandate.identity.Accounts;
import io.mandate.identity.SignInLinks;
import io.mandate.identity.engine.RemovedUsers;
import io.mandate.identity.provider.ProviderAccounts;
import io.mandate.machine.AccessTokens;
import io.mandate.mail.MailLog;
import io.mandate.passkey.Passkeys;
import io.mandate.relationship.Erasing;
import io.mandate.servicerequest.ErasedServiceRequests;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases what is due of the personal data that there is, a batch in one transaction: what is done says so in its rows, so nothing
 * is done twice, and whatever was in the way, the next batch goes on.
 */
@Service
@Transactional
public class PersonalData {

    static final int BATCH = 20;
    private static final Duration LATER = Duration.ofDays(1);
    private static final Logger LOG = LoggerFactory.getLogger(PersonalData.class);

    private final Clock clock;
    private final ErasureProperties settings;
    private final Erasing erasing;
    private final ErasedServiceRequests serviceRequests;
    private final MailLog mails;
    private final PastInstances past;
    private final Accounts accounts;
    private final ProviderAccounts ofProviders;
    private final SignInLinks links;
    private final PasswordLinks passwordLinks;
    private final Passkeys passkeys;
    private final RemovedUsers users;
    private final AccessTokens tokens;

    PersonalData(Clock clock, ErasureProperties settings, Erasing erasing, ErasedServiceRequests serviceRequests, MailLog mails,
            PastInstances past, Accounts accounts, ProviderAccounts ofProviders, SignInLinks links,
            PasswordLinks passwordLinks, Passkeys passkeys, RemovedUsers users, AccessTokens tokens) {
        this.clock = clock;
        this.settings = settings;
        this.erasing = erasing;
        this.serviceRequests = serviceRequests;
        this.mails = mails;
        this.past = past;
        this.accounts = accounts;
        this.ofProviders = ofProviders;
        this.links = links;
        this.passwordLinks = passwordLinks;
        this.passkeys = passkeys;
        this.users = users;
        this.tokens = tokens;
    }

    /**
     * Erases the next of what is due.
     *
     * @return whether more may be due
     */
    public boolean erase() {
        Instant before = clock.instant().minus(settings.after());
        boolean more = ofRelationships(before) | ofServiceRequests(before) | ofCustomers();
        if (!more) {
            links.forget();
            passwordLinks.forget();
            ofProviders.forgetFormerCustomers();
            tokens.forget(before);
            passkeys.forgetOthers();
            users.forget(accounts.usernames());
            past.cleanUp();
        }
        return more;
    }

    private boolean ofRelationships(Instant before) {
        List<UUID> due = erasing.due(before, BATCH);
        Set<UUID> busy = past.stillRunning(due, before);
        busy.forEach(one -> {
            try (LogContext.Scope scope = LogContext.open()) {
                LogContext.relationship(one);
                LOG.warn("Something about the relationship {} runs that began before {}; its personal data stays until that has ended.",
                        one, before);
            }
            erasing.putOff(one, before.plus(LATER));
        });
        List<Erasing.Outcome> outcomes = erasing.erase(due.stream().filter(one -> !busy.contains(one)).toList(), before);
        mails.forget(outcomes.stream().flatMap(one -> one.requests().stream()).toList());
        past.forget(outcomes.stream().filter(Erasing.Outcome::all).map(Erasing.Outcome::relationship).toList(), clock.instant());
        past.forget(outcomes.stream().filter(one -> !one.all()).map(Erasing.Outcome::relationship).toList(), before);
        return due.size() == BATCH;
    }

    private boolean ofServiceRequests(Instant before) {
        List<ErasedServiceRequests.Row> erased = serviceRequests.erase(before, BATCH);
        mails.forget(erased.stream().map(ErasedServiceRequests.Row::id).toList());
        past.forget(erased.stream().map(ErasedServiceRequests.Row::relationship).distinct().toList(), before);
        return erased.size() == BATCH;
    }

    private boolean ofCustomers() {
        List<UUID> due = erasing.dueCustomers(BATCH);
        accounts.removeOf(erasing.eraseCustomers(due));
        return due.size() == BATCH;
    }
}
