package io.mandate.machine;

import io.mandate.MandateProperties;
import io.mandate.catalog.Catalog;
import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.identity.Role;
import io.mandate.mail.AddressRefusedException;
import io.mandate.mail.MailFailedException;
import io.mandate.mail.Mailer;
import io.mandate.mail.TokenExpiryMail;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/**
 * Tells who issued an access token that it expires soon; all process owners, where that person is none any more. One node takes a
 * notice before it mails it, and gives it back where that failed; with a node that breaks down just then it is lost.
 */
@Component
class TokenNotices implements SchedulingConfigurer {

    private static final Duration EVERY = Duration.ofHours(1);
    private static final Logger LOG = LoggerFactory.getLogger(TokenNotices.class);

    private final MandateProperties mandate;
    private final AccessTokens tokens;
    private final Accounts accounts;
    private final Catalog catalog;
    private final Mailer mailer;

    TokenNotices(MandateProperties mandate, AccessTokens tokens, Accounts accounts, Catalog catalog, Mailer mailer) {
        this.mandate = mandate;
        this.tokens = tokens;
        this.accounts = accounts;
        this.catalog = catalog;
        this.mailer = mailer;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(new FixedDelayTask(this::tell, EVERY, EVERY));
    }

    /** Tells of all that expire soon, each once. */
    void tell() {
        tokens.unnoticed().stream().filter(token -> tokens.notice(token.id())).forEach(this::tell);
    }

    private void tell(AccessToken token) {
        try {
            readers(token).forEach(one -> mailer.sendUnrecorded(
                    "access token " + token.id(), one.username(), Locale.forLanguageTag(one.language()), mail(token, one)));
        } catch (AddressRefusedException refused) {
            LOG.warn("Nobody could be told that the access token {} expires: the address is refused", token.id());
        } catch (MailFailedException failed) {
            LOG.warn("That the access token {} expires could not be mailed, which is tried again: {}", token.id(), failed.getMessage());
            tokens.giveNoticeBack(token.id());
        }
    }

    private List<Account> readers(AccessToken token) {
        List<Account> owners = accounts.of(Role.PROCESS_OWNER).stream().filter(one -> !one.locked()).toList();
        List<Account> issuer = owners.stream().filter(one -> one.username().equals(token.issuedBy())).toList();
        return issuer.isEmpty() ? owners : issuer;
    }

    private TokenExpiryMail mail(AccessToken token, Account reader) {
        Locale language = Locale.forLanguageTag(reader.language());
        return new TokenExpiryMail(token.name(), token.services().stream().map(one -> catalog.serviceName(one, language)).toList(),
                token.expiresAt(), mandate.url("/tokens"));
    }
}
