package io.mandate.acceptance;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Business days of a country: Monday to Friday without its national holidays, where the calendar knows the country. */
@Component
public class BusinessDays {

    private final Map<String, Optional<HolidayManager>> calendars = new ConcurrentHashMap<>();

    /** The n-th business day after the date; n from 1. */
    public LocalDate after(LocalDate date, int n, String country) {
        LocalDate day = date;
        for (int left = n; left > 0; ) {
            day = day.plusDays(1);
            if (isBusinessDay(day, country)) {
                left--;
            }
        }
        return day;
    }

    /** The date itself where it is a business day, else the last one before it. */
    LocalDate atOrBefore(LocalDate date, String country) {
        LocalDate day = date;
        while (!isBusinessDay(day, country)) {
            day = day.minusDays(1);
        }
        return day;
    }

    boolean isBusinessDay(LocalDate day, String country) {
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return false;
        }
        return calendars.computeIfAbsent(country.toUpperCase(Locale.ROOT), BusinessDays::calendar)
                .map(calendar -> !calendar.isHoliday(day))
                .orElse(true);
    }

    private static Optional<HolidayManager> calendar(String country) {
        return HolidayManager.getSupportedCalendarCodes().contains(country)
                ? Optional.of(HolidayManager.getInstance(ManagerParameters.create(country)))
                : Optional.empty();
    }
}
