package io.mandate.servicerequest;

import io.mandate.relationship.Columns;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.NotFoundException;
import io.mandate.relationship.Request;
import io.mandate.servicerequest.ServiceRequest.Deadlines;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All service requests. Each transition is one update that names the status it leads from; false says that nothing changed. */
@Repository
public class ServiceRequestRegister {

    /** What lists show: everything but the text, of which there may be three thousand characters. */
    private static final String LISTED = """
            s.id, s.relationship_id, s.service, s.priority, s.subject, '' as text, s.status, s.opener, s.opener_name,
            s.opener_language, s.opened_at, s.due_at, s.escalate_at, s.task_priority, s.asked_at, s.answer_by, s.escalated_at,
            s.closed_at, s.erased_at
            """;

    private final JdbcClient jdbc;

    ServiceRequestRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The service request, or empty where there is none. */
    public Optional<ServiceRequest> find(UUID id) {
        return jdbc.sql("select * from service_request where id = :id").param("id", id)
                .query(ServiceRequestRegister::map).optional();
    }

    /** The service request. Throws {@link NotFoundException} where there is none. */
    public ServiceRequest get(UUID id) {
        return find(id).orElseThrow(() -> new NotFoundException("service request", id));
    }

    /** As {@link #get}, locked until the transaction ends: what people do with one request comes one after the other. */
    ServiceRequest lock(UUID id) {
        return jdbc.sql("select * from service_request where id = :id for update").param("id", id)
                .query(ServiceRequestRegister::map).optional().orElseThrow(() -> new NotFoundException("service request", id));
    }

    /** Those of a relationship, without their texts, the newest first: so many from there on, counted from 0. */
    public List<ServiceRequest> of(UUID relationship, int from, int most) {
        return jdbc.sql("select " + LISTED + """
                         from service_request s where s.relationship_id = :id
                        order by s.opened_at desc, s.id offset :from rows fetch first :most rows only
                        """)
                .param("id", relationship).param("from", from).param("most", most)
                .query(ServiceRequestRegister::map).list();
    }

    /** How many a relationship has. */
    public int count(UUID relationship) {
        return jdbc.sql("select count(*) from service_request where relationship_id = :id")
                .param("id", relationship).query(Integer.class).single();
    }

    /** Those of all relationships of a customer, as {@link #of}. */
    public List<ServiceRequest> ofCustomer(UUID customer, int from, int most) {
        return jdbc.sql("select " + LISTED + """
                         from service_request s join relationship r on r.id = s.relationship_id where r.customer_id = :id
                        order by s.opened_at desc, s.id offset :from rows fetch first :most rows only
                        """)
                .param("id", customer).param("from", from).param("most", most)
                .query(ServiceRequestRegister::map).list();
    }

    /** How many all relationships of a customer have. */
    public int countOfCustomer(UUID customer) {
        return jdbc.sql("""
                        select count(*) from service_request s join relationship r on r.id = s.relationship_id
                        where r.customer_id = :id
                        """)
                .param("id", customer).query(Integer.class).single();
    }

    /** The subjects of those of a relationship that are open, the oldest first. */
    List<String> openSubjects(UUID relationship) {
        return jdbc.sql("""
                        select subject from service_request
                        where relationship_id = :id and status in ('OPEN', 'WAITING_FOR_PARTNER') order by opened_at, id
                        """)
                .param("id", relationship).query(String.class).list();
    }

    /** How many are open. */
    int countOpen() {
        return jdbc.sql("select count(*) from service_request where status in ('OPEN', 'WAITING_FOR_PARTNER')")
                .query(Integer.class).single();
    }

    /** Those that are open, the first due first, with the names of their two sides. */
    List<SupportDesk.Waiting> open(int from, int most) {
        return jdbc.sql("""
                        select %s, r.organisation, p.name as partner_name from service_request s
                        join relationship r on r.id = s.relationship_id join partner p on p.id = r.partner_id
                        where s.status in ('OPEN', 'WAITING_FOR_PARTNER')
                        order by s.due_at, s.id offset :from rows fetch first :most rows only
                        """.formatted(LISTED))
                .param("from", from).param("most", most)
                .query((row, number) -> new SupportDesk.Waiting(
                        map(row, number), row.getString("organisation"), row.getString("partner_name")))
                .list();
    }

    /** Adds a new one; false where its id is known already. */
    boolean add(ServiceRequest opened) {
        return jdbc.sql("""
                        insert into service_request (id, relationship_id, service, priority, subject, text, status, opener,
                            opener_name, opener_language, opened_at, task_priority)
                        values (:id, :relationship, :service, :priority, :subject, :text, :status, :opener,
                            :openerName, :openerLanguage, :at, 0)
                        on conflict do nothing
                        """)
                .param("id", opened.id()).param("relationship", opened.relationshipId()).param("service", opened.service())
                .param("priority", opened.priority().name()).param("subject", opened.subject()).param("text", opened.text())
                .param("status", opened.status().name()).param("opener", opened.opener().address().value())
                .param("openerName", opened.opener().name())
                .param("openerLanguage", opened.opener().language().getLanguage())
                .param("at", Columns.at(opened.openedAt())).update() == 1;
    }

    void due(UUID id, Deadlines deadlines) {
        jdbc.sql("update service_request set due_at = :due, escalate_at = :escalate, task_priority = :priority where id = :id")
                .param("due", Columns.at(deadlines.dueAt())).param("escalate", Columns.at(deadlines.escalateAt()))
                .param("priority", deadlines.taskPriority()).param("id", id).update();
    }

    /** Support asks the partner back, and waits until then. */
    boolean askedBack(UUID id, Instant now, Instant answerBy) {
        return jdbc.sql("""
                        update service_request set status = 'WAITING_FOR_PARTNER', asked_at = :now, answer_by = :until
                        where id = :id and status = 'OPEN'
                        """)
                .param("now", Columns.at(now)).param("until", Columns.at(answerBy)).param("id", id).update() == 1;
    }

    /** Support waits no longer, since the partner answered or did not in time; from now on it is due then. */
    boolean returned(UUID id, Deadlines deadlines) {
        return jdbc.sql("""
                        update service_request
                        set status = 'OPEN', asked_at = null, answer_by = null, due_at = :due, escalate_at = :escalate
                        where id = :id and status = 'WAITING_FOR_PARTNER'
                        """)
                .param("due", Columns.at(deadlines.dueAt())).param("escalate", Columns.at(deadlines.escalateAt()))
                .param("id", id).update() == 1;
    }

    /** Support solved it, also where it waited for the partner. */
    boolean solved(UUID id, Instant now) {
        return jdbc.sql("""
                        update service_request set status = 'SOLVED', closed_at = :now, asked_at = null, answer_by = null
                        where id = :id and status in ('OPEN', 'WAITING_FOR_PARTNER')
                        """)
                .param("now", Columns.at(now)).param("id", id).update() == 1;
    }

    boolean withdrawn(UUID id, Instant now) {
        return jdbc.sql("""
                        update service_request set status = 'WITHDRAWN', closed_at = :now, asked_at = null, answer_by = null
                        where id = :id and status in ('OPEN', 'WAITING_FOR_PARTNER')
                        """)
                .param("now", Columns.at(now)).param("id", id).update() == 1;
    }

    /** It took too long; happens once. */
    boolean escalated(UUID id, int taskPriority, Instant now) {
        return jdbc.sql("""
                        update service_request set escalated_at = :now, task_priority = :priority
                        where id = :id and status = 'OPEN' and escalated_at is null
                        """)
                .param("now", Columns.at(now)).param("priority", taskPriority).param("id", id).update() == 1;
    }

    private static ServiceRequest map(ResultSet row, int number) throws SQLException {
        Optional<Instant> due = Columns.optionalInstant(row, "due_at");
        Optional<Deadlines> deadlines = due.isEmpty() ? Optional.empty() : Optional.of(
                new Deadlines(due.get(), Columns.instant(row, "escalate_at"), row.getInt("task_priority")));
        return new ServiceRequest(
                Columns.uuid(row, "id"), Columns.uuid(row, "relationship_id"), row.getString("service"),
                ServicePriority.valueOf(row.getString("priority")), row.getString("subject"), row.getString("text"),
                ServiceRequestStatus.valueOf(row.getString("status")),
                new Request.Requester(EmailAddress.of(row.getString("opener")), row.getString("opener_name"),
                        Locale.forLanguageTag(row.getString("opener_language"))),
                Columns.instant(row, "opened_at"), deadlines, Columns.optionalInstant(row, "asked_at"),
                Columns.optionalInstant(row, "answer_by"),
                Columns.optionalInstant(row, "escalated_at"), Columns.optionalInstant(row, "closed_at"),
                Columns.optionalInstant(row, "erased_at"));
    }
}
