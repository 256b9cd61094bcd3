package io.mandate.revocation;

import io.mandate.LogContext;
import io.mandate.relationship.Columns;
import io.mandate.relationship.Permission;
import io.mandate.relationship.Permissions;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what services report: the permission stops counting, and both sides are told; a repeated report changes nothing. */
@Service
@Transactional
public class ServiceReports {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Permissions permissions;
    private final Removals removals;

    ServiceReports(JdbcClient jdbc, Clock clock, Permissions permissions, Removals removals) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.permissions = permissions;
        this.removals = removals;
    }

    /**
     * Ends the partner's permission, if it holds one.
     *
     * @param caller the service account that reports
     * @return the revocation, the same for a repeated report; empty where the partner held nothing
     * @throws OtherReportException where the caller used this id for something else
     * @throws io.mandate.relationship.PermissionChangedException where it changed at the same moment: it may be reported again
     */
    public Optional<UUID> take(String caller, ServiceReport report) {
        boolean isNew = jdbc.sql("""
                        insert into service_report (caller, report_id, content, received_at)
                        values (:caller, :id, :content, :now) on conflict do nothing
                        """)
                .param("caller", caller).param("id", report.id()).param("content", report.content())
                .param("now", Columns.at(clock.instant())).update() == 1;
        return isNew ? end(caller, report) : known(caller, report);
    }

    private Optional<UUID> end(String caller, ServiceReport report) {
        Optional<Permission> held = permissions.heldAt(report.customer(), clock.instant()).stream()
                .filter(one -> one.service().equals(report.service()) && one.holder().equals(report.partner()))
                .findFirst();
        held.ifPresent(one -> LogContext.relationship(one.relationshipId()));
        Optional<UUID> revocation = held.map(one -> removals.removedAtService(one, report.reassigned()).id());
        revocation.ifPresent(id -> jdbc.sql("""
                        update service_report set revocation_id = :revocation where caller = :caller and report_id = :id
                        """)
                .param("revocation", id).param("caller", caller).param("id", report.id()).update());
        return revocation;
    }

    private Optional<UUID> known(String caller, ServiceReport report) {
        return jdbc.sql("select content, revocation_id from service_report where caller = :caller and report_id = :id")
                .param("caller", caller).param("id", report.id())
                .query((row, number) -> {
                    if (!row.getString("content").equals(report.content())) {
                        throw new OtherReportException(report.id());
                    }
                    return Optional.ofNullable(Columns.uuid(row, "revocation_id"));
                })
                .single();
    }
}
