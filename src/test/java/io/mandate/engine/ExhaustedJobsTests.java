package io.mandate.engine;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mandate.LogContext;
import io.mandate.relationship.Request;
import io.mandate.relationship.SentBy;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.TestMail;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;

/** A step that is tried no more is told of, so that a person and a program understand it. */
@MandateTest
class ExhaustedJobsTests {

    private static final Logger LOG = (Logger) LoggerFactory.getLogger(ExhaustedJobs.class);

    @Autowired Lifecycle life;
    @Autowired RuntimeService runtime;
    @Autowired MeterRegistry registry;
    @Autowired Environment environment;
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        LOG.addAppender(lines);
    }

    @AfterEach
    void silence() {
        LOG.detachAppender(lines);
        TestMail.acceptAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ecs", "logstash"})
    void one_line_names_relationship_request_diagram_and_step_and_a_figure_counts_it(String format) throws IOException {
        // given
        String customer = Lifecycle.newAddress();
        TestMail.failFor(customer);
        Request request = life.reviewed(life.draft(PAULA, customer, MAIL), PAULA, SentBy.MANDATE);
        double before = exhausted();

        // when
        life.jobs().failUntilIncident(runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(request.relationshipId().toString()).singleResult().getId());

        // then
        assertThat(lines.list).singleElement().satisfies(line -> assertThat(line.getFormattedMessage())
                .startsWith("No retries left for Task_SendInvitation of relationship " + request.relationshipId() + ": ")
                .doesNotContain("/answer/"));
        JsonNode json = json(format, lines.list.get(0));
        assertThat(json.get("relationship").asText()).isEqualTo(request.relationshipId().toString());
        assertThat(json.get("request").asText()).isEqualTo(request.id().toString());
        assertThat(json.get("diagram").asText()).isEqualTo("invitation");
        assertThat(json.get("activity").asText()).isEqualTo("Task_SendInvitation");
        assertThat(exhausted() - before).isEqualTo(1);
    }

    @Test
    void what_a_page_works_on_is_the_same_after_the_engine_did_something() {
        life.reviewed(life.draft(PAULA, Lifecycle.newAddress(), MAIL), PAULA, SentBy.MANDATE);
        UUID relationship = UUID.randomUUID();
        LogContext.clear();
        LogContext.relationship(relationship);

        life.jobs().runDue();

        assertThat(MDC.get(LogContext.RELATIONSHIP)).isEqualTo(relationship.toString());
        assertThat(MDC.get(LogContext.REQUEST)).isNull();
        assertThat(MDC.get(LogContext.ACTIVITY)).isNull();
        LogContext.clear();
    }

    private double exhausted() {
        return registry.find("mandate.jobs.exhausted").tag("process", "invitation").counters().stream().mapToDouble(one -> one.count()).sum();
    }

    private JsonNode json(String format, ILoggingEvent line) throws IOException {
        LOG.getLoggerContext().putObject(Environment.class.getName(), environment);
        StructuredLogEncoder encoder = new StructuredLogEncoder();
        encoder.setContext(LOG.getLoggerContext());
        encoder.setFormat(format);
        encoder.start();
        return new ObjectMapper().readTree(encoder.encode(line));
    }
}
