package io.mandate.account;

import io.mandate.identity.Account;
import io.mandate.identity.Role;
import io.mandate.relationship.Columns;
import io.mandate.relationship.ListPage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was done about accounts. Rows are only added; of a person whose account is removed, the database forgets who it was. */
@Repository
public class AccountActs {

    private final JdbcClient jdbc;
    private final Clock clock;

    AccountActs(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Records it, in the transaction that does it; the account is as it is afterwards, or was before it was removed. An empty
     * actor is Mandate itself.
     */
    public void record(AccountAct.Kind kind, Optional<String> actor, Account about) {
        record(kind, actor, about, Optional.empty());
    }

    void record(AccountAct.Kind kind, Optional<String> actor, Account about, Optional<Role> former) {
        jdbc.sql("""
                        insert into account_act (id, at, kind, actor, about, role, former_role, partner_id)
                        values (:id, :at, :kind, :actor, :about, :role, :former, :partner)
                        """)
                .param("id", UUID.randomUUID()).param("at", Columns.at(clock.instant())).param("kind", kind.name())
                .param("actor", actor.orElse(null))
                .param("about", kind == AccountAct.Kind.REMOVED ? null : about.username())
                .param("role", about.role().name()).param("former", former.map(Role::name).orElse(null))
                .param("partner", about.partnerId().orElse(null)).update();
    }

    /** One page of all, the newest first. */
    public ListPage<AccountAct> page(int number) {
        int count = jdbc.sql("select count(*) from (select 1 as one from account_act limit :most) counted")
                .param("most", ListPage.COUNTED + 1).query(Integer.class).single();
        int page = ListPage.nearest(number, count);
        List<AccountAct> rows = jdbc.sql("""
                        select a.at, a.kind, a.actor, actor.display_name as actor_name, a.about, about.display_name as about_name,
                            a.role, a.former_role, p.name as partner
                        from account_act a left join account actor on actor.username = a.actor
                            left join account about on about.username = a.about left join partner p on p.id = a.partner_id
                        order by a.at desc, a.id limit :limit offset :offset
                        """)
                .param("limit", ListPage.SIZE + 1).param("offset", (page - 1) * ListPage.SIZE)
                .query(AccountActs::row).list();
        return ListPage.of(rows, page, count);
    }

    private static AccountAct row(ResultSet row, int number) throws SQLException {
        return new AccountAct(Columns.instant(row, "at"), AccountAct.Kind.valueOf(row.getString("kind")),
                person(row, "actor"), person(row, "about"), Role.valueOf(row.getString("role")),
                Optional.ofNullable(row.getString("former_role")).map(Role::valueOf), Optional.ofNullable(row.getString("partner")));
    }

    private static Optional<AccountAct.Person> person(ResultSet row, String who) throws SQLException {
        String username = row.getString(who);
        return username == null ? Optional.empty() : Optional.of(new AccountAct.Person(username, row.getString(who + "_name")));
    }
}
