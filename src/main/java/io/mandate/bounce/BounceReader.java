package io.mandate.bounce;

import io.mandate.bounce.BounceMailbox.Verdict;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/**
 * Reads the mailbox for reports now and then, each node in turn. What is reported is committed before the mail is marked, so
 * that a node may break off at any moment; whoever reads the same report again changes nothing and tells nobody twice.
 */
@Component
class BounceReader implements SchedulingConfigurer {

    /** A report may be here before the transaction is over that sent the mail. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** A report that cannot be dealt with must not be in the way of others for ever. */
    private static final Duration ENDURANCE = Duration.ofDays(1);

    /** How often at a reading a partner may not be told. */
    static final int MOST_UNTOLD = 50;

    private static final Logger LOG = LoggerFactory.getLogger(BounceReader.class);

    private final BounceProperties properties;
    private final Turns turns;
    private final BounceMailbox mailbox;
    private final Bounces bounces;
    private final Clock clock;
    private volatile boolean inTrouble;

    BounceReader(BounceProperties properties, Turns turns, BounceMailbox mailbox, Bounces bounces, Clock clock) {
        this.properties = properties;
        this.turns = turns;
        this.mailbox = mailbox;
        this.bounces = bounces;
        this.clock = clock;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        if (properties.on()) {
            tasks.addFixedDelayTask(this::readInTurn, properties.every());
        }
    }

    /** Reads what is new, unless another node just did. */
    void readInTurn() {
        // A little less than the pause, or nodes whose clocks differ a little would skip every other turn.
        if (turns.take(properties.every().multipliedBy(9).dividedBy(10))) {
            read();
        }
    }

    /** Reads what is new. Trouble with the mailbox is logged once, until it is over. */
    void read() {
        try {
            AtomicInteger untold = new AtomicInteger();
            mailbox.read((mail, received) -> judge(mail, received, untold));
            inTrouble = false;
        } catch (MessagingException trouble) {
            if (!inTrouble) {
                LOG.warn("The mailbox for undelivered mails cannot be read, which is tried again: {}", trouble.toString());
            }
            inTrouble = true;
        }
    }

    private Verdict judge(Optional<MimeMessage> mail, Instant received, AtomicInteger untold) {
        Optional<DeliveryReport> report = mail.flatMap(DeliveryReports::in);
        if (report.isEmpty()) {
            LOG.info("A mail in the mailbox for undelivered mails is no report that can be understood; it is flagged there");
            return Verdict.ASIDE;
        }
        try {
            if (bounces.take(report.get())) {
                return tellPartner(report.get(), received, untold);
            }
        } catch (RuntimeException trouble) {
            return troubled(received, trouble);
        }
        return laterUnless(received, PATIENCE,
                "A report is about a mail that Mandate has no record of; it is flagged in the mailbox for undelivered mails");
    }

    /** While a mail server is down each try may take its time: after some of them only the reports themselves are taken. */
    private Verdict tellPartner(DeliveryReport report, Instant received, AtomicInteger untold) {
        if (untold.get() >= MOST_UNTOLD) {
            return Verdict.LATER;
        }
        try {
            bounces.tellPartner(report);
            return Verdict.DONE;
        } catch (RuntimeException trouble) {
            untold.incrementAndGet();
            return troubled(received, trouble);
        }
    }

    private Verdict troubled(Instant received, RuntimeException trouble) {
        // Not its message, which might repeat the mail.
        LOG.warn("A report about an undelivered mail could not be dealt with: {}", trouble.getClass().getName());
        return laterUnless(received, ENDURANCE,
                "A report could not be dealt with for a day; it is flagged in the mailbox for undelivered mails");
    }

    /** Another time, as long as it is not older than this; then it is for people to look at. */
    private Verdict laterUnless(Instant received, Duration age, String words) {
        if (received.plus(age).isAfter(clock.instant())) {
            return Verdict.LATER;
        }
        LOG.warn(words);
        return Verdict.ASIDE;
    }
}
