package io.mandate.engine.upgrade;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is moved from which version to which, and what stayed. */
@Component
class MoveRegister {

    private static final int LONGEST_DETAIL = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;

    MoveRegister(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Instances that are moved, or were.
     *
     * @param source id of the version on which they ran
     * @param target id of the version to which they are moved
     * @param instances how many that were, without those that they had called
     * @param batch the engine's batch; empty where the diagram says that nothing is moved
     * @param ended whether there is nothing left to do; so it is from the beginning where nothing is moved
     */
    record Move(String source, String target, int instances, Optional<String> batch, boolean ended) {}

    /** What keeps instances on their version. */
    enum Why {
        /** A diagram's version tag is another one. */
        TAG,
        /** There is no such diagram any more. */
        DIAGRAM,
        /** The new version does not have the step at which they stand, or not in this form. */
        STEP,
        /** The engine says something else. */
        OTHER
    }

    /**
     * What keeps one instance.
     *
     * @param definition the version where that was found: the instance's own, or that of one that it called
     * @param element id of an element, or nothing
     * @param detail what the engine says
     */
    record Kept(String definition, String element, Why why, String detail) {}

    /** How many are kept on a version by the same thing. */
    record Group(String source, String target, Kept kept, int instances) {}

    List<Move> all() {
        return moves("");
    }

    List<Move> open() {
        return moves(" where ended_at is null");
    }

    private List<Move> moves(String which) {
        return jdbc.sql("select source, target, instances, batch, ended_at from instance_move" + which)
                .query((row, number) -> new Move(row.getString("source"), row.getString("target"), row.getInt("instances"),
                        Optional.ofNullable(row.getString("batch")), row.getObject("ended_at") != null))
                .list();
    }

    /** A move that has begun, perhaps again for what came to an older version since; without a batch it is over at once. */
    void begun(String source, String target, int instances, String batch) {
        OffsetDateTime now = now();
        jdbc.sql("delete from instance_move where source = :source and target = :target")
                .param("source", source).param("target", target).update();
        jdbc.sql("""
                insert into instance_move (source, target, instances, batch, begun_at, ended_at)
                values (:source, :target, :instances, :batch, :now, :ended)""")
                .param("source", source).param("target", target).param("instances", instances).param("batch", batch)
                .param("now", now).param("ended", batch == null ? now : null).update();
    }

    /** True for the first who says so. */
    boolean ended(Move move) {
        return jdbc.sql("update instance_move set ended_at = :now where source = :source and target = :target and ended_at is null")
                .param("source", move.source()).param("target", move.target()).param("now", now()).update() == 1;
    }

    /** Notes that an instance stays; whoever is second changes nothing. */
    void keep(String instance, String source, String target, Kept kept) {
        String detail = kept.detail();
        jdbc.sql("""
                insert into instance_kept (instance, target, source, definition, element, why, detail)
                values (:instance, :target, :source, :definition, :element, :why, :detail) on conflict do nothing""")
                .param("instance", instance).param("target", target).param("source", source)
                .param("definition", kept.definition()).param("element", kept.element()).param("why", kept.why().name())
                .param("detail", detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail)
                .update();
    }

    /** Those that still run and stay, in groups. */
    List<Group> kept() {
        return jdbc.sql("""
                select k.source, k.target, k.definition, k.element, k.why, k.detail, count(*) as instances
                from instance_kept k join act_ru_execution e on e.id_ = k.instance and e.proc_def_id_ = k.source
                group by k.source, k.target, k.definition, k.element, k.why, k.detail
                order by instances desc, k.definition, k.element""")
                .query((row, number) -> new Group(row.getString("source"), row.getString("target"),
                        new Kept(row.getString("definition"), row.getString("element"), Why.valueOf(row.getString("why")), row.getString("detail")),
                        row.getInt("instances")))
                .list();
    }

    /** How many instances run on each version: all, and those that no other instance called. */
    Map<String, Running> running() {
        return jdbc.sql("""
                select proc_def_id_, count(*) as instances, sum(case when super_exec_ is null then 1 else 0 end) as roots
                from act_ru_execution where parent_id_ is null group by proc_def_id_""")
                .query((row, number) -> Map.entry(row.getString(1), new Running(row.getLong("instances"), row.getLong("roots"))))
                .list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Instances of one version. */
    record Running(long instances, long roots) {

        static final Running NONE = new Running(0, 0);
    }

    /** Those on a version that no other instance called and that nothing keeps from that target. */
    List<String> movable(String source, String target) {
        return jdbc.sql("""
                select e.id_ from act_ru_execution e
                where e.proc_def_id_ = :source and e.parent_id_ is null and e.super_exec_ is null
                  and not exists (select 1 from instance_kept k where k.instance = e.id_ and k.target = :target)
                order by e.id_""")
                .param("source", source).param("target", target).query(String.class).list();
    }

    /** Nobody asks again about instances that have ended. */
    void forgetEnded() {
        jdbc.sql("delete from instance_kept where not exists (select 1 from act_ru_execution e where e.id_ = instance_kept.instance)").update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
