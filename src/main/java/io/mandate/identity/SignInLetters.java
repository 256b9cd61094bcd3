package io.mandate.identity;

import io.mandate.MandateProperties;
import io.mandate.mail.AddressRefusedException;
import io.mandate.mail.MailFailedException;
import io.mandate.mail.Mailer;
import io.mandate.mail.SendingThreads;
import io.mandate.mail.SignInLinkMail;
import io.mandate.relationship.Administrator;
import io.mandate.relationship.Administrators;
import io.mandate.relationship.EmailAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.authentication.ott.OneTimeToken;
import org.springframework.stereotype.Component;

/**
 * Mails administrators the link by which they sign in. Whether an address is an administrator's is looked up afterwards, on
 * another thread, so that the answer on the page neither says nor shows by its time who is one.
 */
@Component
public class SignInLetters implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(SignInLetters.class);

    private final MandateProperties mandate;
    private final Administrators administrators;
    private final SignInLinks links;
    private final Mailer mailer;
    private final SendingThreads sending = new SendingThreads("sign-in-letters");

    SignInLetters(MandateProperties mandate, Administrators administrators, SignInLinks links, Mailer mailer) {
        this.mandate = mandate;
        this.administrators = administrators;
        this.links = links;
        this.mailer = mailer;
    }

    /** Sends the link soon if the address is an administrator's; where too many wait, or were sent, nothing is. */
    public void send(EmailAddress address, OneTimeToken token) {
        sending.execute(() -> find(address)
                .filter(one -> links.keep(token.getTokenValue(), one.address().value()))
                .ifPresent(one -> mail(one, token)));
    }

    /** An address is found as it was written when it was named, or in lower case. */
    private Optional<Administrator> find(EmailAddress typed) {
        return Stream.of(typed, EmailAddress.of(typed.value().toLowerCase(Locale.ROOT)))
                .flatMap(address -> administrators.with(address).stream()).findFirst();
    }

    private void mail(Administrator to, OneTimeToken token) {
        try {
            mailer.sendUnrecorded(token.getTokenValue(), to.address().value(), to.language(), new SignInLinkMail(
                    to.name(),
                    mandate.url("/sign-in/link/" + token.getTokenValue()), (int) SignInLinks.VALIDITY.toMinutes()));
        } catch (MailFailedException | AddressRefusedException failed) {
            LOG.warn("A sign-in link could not be mailed: {}", failed.getMessage());
        }
    }

    @Override
    public void destroy() {
        sending.shutdown();
    }
}
