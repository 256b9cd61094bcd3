package io.mandate.engine.upgrade;

import io.mandate.engine.upgrade.Versions.Node;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The nodes that run. When they were seen is the database's time, which is the same for all of them. */
@Component
class NodeRegister {

    private static final int LONGEST_LIST = 4000;
    private static final String LONG_AGO = "current_timestamp - cast(:seconds as double precision) * interval '1' second";
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final JdbcClient jdbc;

    NodeRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From now on it is one of them. */
    void enter(ThisNode node, Set<String> brings) {
        leave(node);
        jdbc.sql("delete from node where seen_at < " + LONG_AGO).param("seconds", REMEMBERED.toSeconds()).update();
        String list = String.join(", ", brings);
        jdbc.sql("""
                insert into node (id, name, version, files, brings, started_at, seen_at)
                values (:id, :name, :version, :files, :brings, current_timestamp, current_timestamp)""")
                .param("id", node.id()).param("name", node.name()).param("version", node.version())
                .param("files", node.models().digest())
                .param("brings", list.length() > LONGEST_LIST ? list.substring(0, LONGEST_LIST) : list)
                .update();
    }

    void leave(ThisNode node) {
        jdbc.sql("delete from node where id = :id").param("id", node.id()).update();
    }

    /** Says that it still runs; false where the others went on without it. */
    boolean seen(ThisNode node) {
        return jdbc.sql("update node set seen_at = current_timestamp where id = :id and silent_at is null")
                .param("id", node.id()).update() == 1;
    }

    /** From now on they go on without those that were silent for as long. */
    void goOnWithout(ThisNode except, Duration silence) {
        jdbc.sql("update node set silent_at = current_timestamp where silent_at is null and id <> :id and seen_at < " + LONG_AGO)
                .param("id", except.id()).param("seconds", silence.toSeconds()).update();
    }

    /** From now on they go on without one that has said nothing since. */
    void goOnWithout(UUID silent, OffsetDateTime lastSign) {
        jdbc.sql("update node set silent_at = current_timestamp where silent_at is null and id = :id and seen_at = :seen")
                .param("id", silent).param("seen", lastSign).update();
    }

    /** When those that bring other files than these were seen last. */
    Map<UUID, OffsetDateTime> signsOfOthers(ThisNode except, String files) {
        return jdbc.sql("select id, seen_at from node where silent_at is null and id <> :id and files <> :files")
                .param("id", except.id()).param("files", files)
                .query((row, number) -> Map.entry(row.getObject("id", UUID.class), row.getObject("seen_at", OffsetDateTime.class)))
                .list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The names of those that bring other files than these. */
    List<String> withOtherFiles(ThisNode except, String files) {
        return jdbc.sql("select name || ' (Mandate ' || version || ')' from node where silent_at is null and id <> :id and files <> :files order by name")
                .param("id", except.id()).param("files", files).query(String.class).list();
    }

    List<Node> all(UUID self, String deployed, Duration silence) {
        return jdbc.sql("""
                select id, name, version, files, brings, started_at, seen_at,
                       case when silent_at is not null or seen_at <\s""" + LONG_AGO + " then true else false end as silent from node order by name, started_at")
                .param("seconds", silence.toSeconds())
                .query((row, number) -> new Node(
                        row.getString("name"), row.getString("version"),
                        row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        row.getObject("seen_at", OffsetDateTime.class).toInstant(), row.getBoolean("silent"),
                        row.getString("files").equals(deployed),
                        row.getString("brings"), row.getObject("id", UUID.class).equals(self)))
                .list();
    }
}
