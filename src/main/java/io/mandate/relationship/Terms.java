package io.mandate.relationship;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The terms of permissions: when something is to be done because of them, and whether they are extended. */
@Repository
public class Terms {

    private static final String EXACTLY_HELD = """
             where customer_id = :customer and service = :service and holder = :holder and request_id = :request
                and ends_at = :endsAt
            """;

    private final JdbcClient jdbc;

    Terms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Permissions because of whose term something is to be done by now, the longest due first; each is locked until the
     * transaction ends. What somebody else has locked is left out.
     *
     * @param most how many at most
     */
    public List<HeldTerm> due(Instant now, int most) {
        return jdbc.sql("""
                        select p.*, (select cloud from customer where id = p.customer_id) as cloud from permission p
                        where next_due_at <= :now order by next_due_at, customer_id, service limit :most
                        for update skip locked
                        """)
                .param("now", Columns.at(now)).param("most", most).query(Terms::map).list();
    }

    /** Notes when something is to be done next because of the term of a permission that the caller has locked. */
    public void next(Permission held, Instant next) {
        exactly(held, "update permission set next_due_at = :next").param("next", Columns.at(next)).update();
    }

    /** Which of a customer's permissions are to be extended, by service. */
    public Set<String> extending(UUID customer) {
        return Set.copyOf(jdbc.sql("select service from permission where customer_id = :customer and extending")
                .param("customer", customer).query(String.class).list());
    }

    /** The term of a permission if it is held exactly so, locked until the transaction ends. */
    Optional<HeldTerm> lock(Permission shown) {
        return exactly(shown, "select p.*, (select cloud from customer where id = p.customer_id) as cloud from permission p",
                " for update").query(Terms::map).optional();
    }

    /** Whether a permission that the caller has locked is to be extended; what is due because of its term is found anew. */
    void extending(Permission shown, boolean wanted, Instant now) {
        exactly(shown, "update permission set extending = :wanted, next_due_at = case when next_due_at < :now then next_due_at else :now end")
                .param("wanted", wanted).param("now", Columns.at(now)).update();
    }

    /** Gives it a later end; false where it is not held exactly so, has ended or is not to be extended: nothing was changed. */
    boolean extend(Permission held, Instant end, Instant next, Instant now) {
        if (!end.isAfter(held.endsAt())) {
            throw new IllegalArgumentException("A term is extended to an instant after its present end");
        }
        return exactly(held, "update permission set ends_at = :end, next_due_at = :next", " and extending and ends_at > :now")
                .param("end", Columns.at(end)).param("next", Columns.at(next)).param("now", Columns.at(now)).update() == 1;
    }

    private JdbcClient.StatementSpec exactly(Permission held, String statement) {
        return exactly(held, statement, "");
    }

    private JdbcClient.StatementSpec exactly(Permission held, String statement, String also) {
        return jdbc.sql(statement + EXACTLY_HELD.stripTrailing() + also)
                .param("customer", held.customerId()).param("service", held.service()).param("holder", held.holder())
                .param("request", held.requestId()).param("endsAt", Columns.at(held.endsAt()));
    }

    static HeldTerm map(ResultSet row, int number) throws SQLException {
        return new HeldTerm(Permissions.map(row, number), row.getString("cloud"), row.getBoolean("extending"),
                Columns.instant(row, "next_due_at"));
    }
}
