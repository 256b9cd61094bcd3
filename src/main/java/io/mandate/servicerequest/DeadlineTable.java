package io.mandate.servicerequest;

import io.mandate.acceptance.BusinessDays;
import io.mandate.engine.DecisionTables;
import io.mandate.relationship.Customer;
import io.mandate.servicerequest.ServiceRequest.Deadlines;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The decision table {@code service-request-deadlines}: until when support is to solve a request, when it is escalated, and how long it waits. */
@Component
class DeadlineTable {

    static final String TABLE = "service-request-deadlines";

    private final DecisionTables tables;
    private final BusinessDays days;

    DeadlineTable(DecisionTables tables, BusinessDays days) {
        this.tables = tables;
        this.days = days;
    }

    /**
     * The deadlines of a request that is opened at this instant. Business days are those of the customer's country, and end at
     * the time of day at which it is opened.
     */
    Deadlines of(Customer customer, ServicePriority priority, Instant opened) {
        Map<String, Object> answer = tables.ask(TABLE, Map.of("cloud", customer.cloud(), "priority", priority.name()));
        Instant due = businessDays(opened, number(answer, "dueBusinessDays"), customer.country())
                .plus(Duration.ofHours(number(answer, "dueHours")));
        return new Deadlines(
                due, due.plus(Duration.ofHours(number(answer, "escalateAfter"))), number(answer, "taskPriority"));
    }

    /** Until when support waits for the answer of the partner to what it asks at this instant; business days as for {@link #of}. */
    Instant answerBy(Customer customer, ServicePriority priority, Instant asked) {
        Map<String, Object> answer = tables.ask(TABLE, Map.of("cloud", customer.cloud(), "priority", priority.name()));
        return businessDays(asked, number(answer, "answerBusinessDays"), customer.country());
    }

    private Instant businessDays(Instant from, int days, String country) {
        if (days == 0) {
            return from;
        }
        LocalDate day = this.days.after(LocalDate.ofInstant(from, ZoneOffset.UTC), days, country);
        return day.atTime(LocalTime.ofInstant(from, ZoneOffset.UTC)).toInstant(ZoneOffset.UTC);
    }

    private static int number(Map<String, Object> answer, String output) {
        return ((Number) answer.get(output)).intValue();
    }
}
