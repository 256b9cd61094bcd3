package io.mandate.account;

import io.mandate.MandateProperties;
import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.mail.AccountMadeMail;
import io.mandate.mail.AddressRefusedException;
import io.mandate.mail.MailContent;
import io.mandate.mail.MailFailedException;
import io.mandate.mail.Mailer;
import io.mandate.mail.SendingThreads;
import io.mandate.mail.PasswordChangedMail;
import io.mandate.mail.PasswordLinkMail;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Mails people about their accounts, on other threads: whoever asks for a link learns neither from the answer nor from its
 * time whether there is an account. A mail that is lost is no harm: everybody can have another link sent.
 */
@Component
public class AccountLetters implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(AccountLetters.class);

    private final MandateProperties mandate;
    private final Accounts accounts;
    private final PasswordLinks links;
    private final Mailer mailer;
    private final SendingThreads sending = new SendingThreads("account-letters");

    AccountLetters(MandateProperties mandate, Accounts accounts, PasswordLinks links, Mailer mailer) {
        this.mandate = mandate;
        this.accounts = accounts;
        this.links = links;
        this.mailer = mailer;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void added(AccountAdministration.Added event) {
        sending.execute(() -> accounts.find(event.username()).ifPresent(account -> links.make(account.username()).ifPresent(
                token -> mail(account, new AccountMadeMail(account.displayName(), account.username(), url(token), hours())))));
    }

    /** Mails the link by which a password is set, if the address has an account with one. */
    public void forgotten(String address) {
        sending.execute(() -> StaffAddresses.username(address).flatMap(accounts::find)
                .ifPresent(account -> links.make(account.username()).ifPresent(
                        token -> mail(account, new PasswordLinkMail(account.displayName(), url(token), hours())))));
    }

    /** Tells the person that the password is another now. */
    void passwordChanged(Account account) {
        sending.execute(() -> mail(account, new PasswordChangedMail(account.displayName(), mandate.url("/password/forgotten"))));
    }

    private void mail(Account to, MailContent content) {
        try {
            mailer.sendUnrecorded(UUID.randomUUID().toString(), to.username(), Locale.forLanguageTag(to.language()), content);
        } catch (MailFailedException | AddressRefusedException failed) {
            LOG.warn("A mail about an account could not be sent: {}", failed.getMessage());
        }
    }

    private String url(String token) {
        return mandate.url("/password/" + token);
    }

    private static int hours() {
        return (int) PasswordLinks.VALIDITY.toHours();
    }

    @Override
    public void destroy() {
        sending.shutdown();
    }
}
