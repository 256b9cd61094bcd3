package io.mandate.acceptance;

import io.mandate.acceptance.DeadlineRules.Deadlines;
import io.mandate.relationship.Request;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** When a silent customer is reminded: on business days of their country, at the hour at which the mail was sent. */
@Component
class Reminders {

    private final BusinessDays businessDays;

    Reminders(BusinessDays businessDays) {
        this.businessDays = businessDays;
    }

    /** The first reminder after the given instant and before the end of validity; empty where none is left. */
    Optional<Instant> next(Request request, Deadlines deadlines, Instant after) {
        Instant sent = request.times().sentAt().orElseThrow();
        // The end that the customer was told, whatever the table says by now.
        Instant end = request.times().validUntil().orElse(sent.plus(Duration.ofDays(deadlines.validityDays())));
        return all(sent, end, deadlines, request.country()).stream()
                .filter(at -> at.isAfter(after) && at.isBefore(end))
                .findFirst();
    }

    private List<Instant> all(Instant sent, Instant end, Deadlines deadlines, String country) {
        OffsetDateTime start = sent.atOffset(ZoneOffset.UTC);
        Stream<LocalDate> onDays = deadlines.reminderDays().stream()
                .map(days -> businessDays.after(start.toLocalDate(), days, country));
        Stream<LocalDate> last = deadlines.lastReminderDays() == 0
                ? Stream.empty()
                : Stream.of(businessDays.atOrBefore(
                        end.minus(Duration.ofDays(deadlines.lastReminderDays())).atOffset(ZoneOffset.UTC).toLocalDate(), country));
        return Stream.concat(onDays, last).distinct().sorted()
                .map(day -> day.atTime(start.toOffsetTime()).toInstant())
                .toList();
    }
}
