package io.mandate.faults;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Reads the database, past all wires. */
final class Records {

    private static final String INSTANCES = "(select id_ from act_ru_execution where business_key_ = ?)";

    /** What is known of a relationship, by its id. */
    private static final Map<String, String> KNOWN = new LinkedHashMap<>();

    static {
        KNOWN.put("relationship", "select partner_id, status, changed_at, ended_at from relationship where id = ?::uuid");
        KNOWN.put("permission", "select p.* from permission p join relationship r on r.customer_id = p.customer_id where r.id = ?::uuid");
        KNOWN.put("request", """
                select id, kind, status, link_number, opened_at, sent_at, closed_at from request
                where relationship_id = ?::uuid order by opened_at""");
        KNOWN.put("timeline", "select happened_at, event, request_id, detail from timeline where relationship_id = ?::uuid order by id");
        KNOWN.put("mail", """
                select first_at, last_at, kind, status, attempts, recipient, request_id, detail from mail
                where relationship_id = ?::uuid order by first_at""");
        KNOWN.put("instance", """
                select proc_inst_id_, proc_def_id_, act_id_, is_active_ from act_ru_execution where proc_inst_id_ in """ + INSTANCES);
        KNOWN.put("job", """
                select id_, handler_type_, handler_cfg_, duedate_, retries_, lock_owner_, lock_exp_time_, exception_msg_ from act_ru_job
                where process_instance_id_ in """ + INSTANCES);
    }

    private final JdbcTemplate database;

    Records(Postgres postgres) {
        database = new JdbcTemplate(new DriverManagerDataSource(Postgres.url(postgres.port()), Postgres.USER, Postgres.USER));
    }

    JdbcTemplate database() {
        return database;
    }

    List<Map<String, Object>> rows(String sql, Object... values) {
        return database.queryForList(sql, values);
    }

    /** One column of text. */
    List<String> texts(String sql, Object... values) {
        return database.queryForList(sql, String.class, values);
    }

    int count(String sql, Object... values) {
        return database.queryForObject(sql, Integer.class, values);
    }

    /** How many jobs are due or being done, by nodes' clocks. */
    int due(Instant now) {
        return count("select count(*) from act_ru_job where retries_ > 0 and suspension_state_ = 1 "
                + "and (duedate_ is null or duedate_ <= ? or lock_owner_ is not null)", Timestamp.from(now));
    }

    /** The id by which services know the customer. */
    String customer(Case of) throws UnansweredException {
        try {
            return database.queryForObject("select id::text from customer where identity = ?", String.class, of.domain);
        } catch (EmptyResultDataAccessException unknown) {
            throw new UnansweredException("no such customer");
        } catch (DataAccessException down) {
            throw new UnansweredException("the database is down");
        }
    }

    /** Everything that Mandate and its engine know of a customer's relationships. */
    String everything(String domain) {
        StringBuilder all = new StringBuilder();
        for (String relationship : texts("""
                select r.id::text from relationship r join customer c on c.id = r.customer_id where c.identity = ?""", domain)) {
            all.append("\n    relationship ").append(relationship);
            KNOWN.forEach((name, sql) -> add(all, name, sql, relationship));
        }
        return all.toString();
    }

    private void add(StringBuilder all, String name, String sql, Object value) {
        rows(sql, value).forEach(row -> all.append("\n      ").append(name).append(' ').append(row.entrySet().stream()
                .filter(column -> column.getValue() != null)
                .map(column -> column.getKey() + "=" + column.getValue()).collect(Collectors.joining(" "))));
    }
}
