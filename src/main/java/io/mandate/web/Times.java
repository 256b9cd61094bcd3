package io.mandate.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** How pages write moments: in UTC, and saying so; templates call it as {@code @times}. */
@Component("times")
public class Times {

    /** Such as "Nov 22, 2026, 14:05 UTC". */
    public String moment(Instant instant, Locale locale) {
        return day(instant, locale) + DateTimeFormatter.ofPattern(", HH:mm 'UTC'").format(instant.atOffset(ZoneOffset.UTC));
    }

    /** Such as "Nov 22, 2026". */
    public String day(Instant instant, Locale locale) {
        return day(LocalDate.ofInstant(instant, ZoneOffset.UTC), locale);
    }

    /** Such as "Nov 22, 2026". */
    public String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day);
    }
}
