package io.mandate.machine;

import io.mandate.catalog.Catalog;
import io.mandate.relationship.Columns;
import io.mandate.relationship.InvalidInputException;
import io.mandate.relationship.NotFoundException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The access tokens that were issued on the page. Whether one counts is looked up each time, so that revoking counts at once. */
@Repository
public class AccessTokens {

    /** How many stand on one page of the list. */
    public static final int PAGE = 25;

    /** How long before a token expires who issued it is told. */
    public static final Duration NOTICE = Duration.ofDays(7);

    private static final String SELECT = """
            select id, name, services, scopes, issued_by, issued_at, expires_at, revoked_by, revoked_at, last_used_at
            from access_token
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Catalog catalog;

    AccessTokens(JdbcClient jdbc, Clock clock, Catalog catalog) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.catalog = catalog;
    }

    /**
     * Issues a token; where the id is known already, nothing changes.
     *
     * @param text made by {@link TokenText}
     * @throws InvalidInputException where anything about it is wrong
     */
    void issue(UUID id, String text, NewToken wish, String issuer) {
        InvalidInputException.refuse(wish.problems(catalog));
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into access_token (id, token_hash, name, services, scopes, issued_by, issued_at, expires_at)
                        values (:id, :hash, :name, :services, :scopes, :issuer, :now, :end) on conflict do nothing
                        """)
                .param("id", id).param("hash", TokenText.hash(text)).param("name", wish.name())
                .param("services", String.join(" ", wish.services()))
                .param("scopes", wish.scopes().stream().sorted().map(Scope::word).collect(Collectors.joining(" ")))
                .param("issuer", issuer).param("now", Columns.at(now))
                .param("end", Columns.at(now.plus(Duration.ofDays(wish.days())))).update();
    }

    /** The token of which this is the text, however it stands; empty where there is none. */
    public Optional<AccessToken> presented(String text) {
        return !TokenText.isOne(text) ? Optional.empty() : jdbc.sql(SELECT + "where token_hash = :hash")
                .param("hash", TokenText.hash(text)).query(AccessTokens::row).optional();
    }

    /** Throws {@link NotFoundException} where there is none with that id. */
    public AccessToken get(UUID id) {
        return jdbc.sql(SELECT + "where id = :id").param("id", id).query(AccessTokens::row).optional()
                .orElseThrow(() -> new NotFoundException("access token", id));
    }

    /** One page of all tokens, the newest first, with one more where more follow. */
    public List<AccessToken> page(int number) {
        return jdbc.sql(SELECT + "order by issued_at desc, id limit :most offset :before")
                .param("most", PAGE + 1).param("before", (number - 1L) * PAGE).query(AccessTokens::row).list();
    }

    /** Ends a token at once, on every node; false where it was revoked before. */
    public boolean revoke(UUID id, String by) {
        return jdbc.sql("update access_token set revoked_by = :by, revoked_at = :now where id = :id and revoked_at is null")
                .param("by", by).param("now", Columns.at(clock.instant())).param("id", id).update() == 1;
    }

    /** Those that expire soon of which nobody was told. */
    List<AccessToken> unnoticed() {
        Instant now = clock.instant();
        return jdbc.sql(SELECT + """
                        where expires_at > :now and expires_at <= :soon and revoked_at is null and noticed_at is null
                        order by expires_at, id
                        """)
                .param("now", Columns.at(now)).param("soon", Columns.at(now.plus(NOTICE))).query(AccessTokens::row).list();
    }

    /** Takes it on oneself to tell of this one; false where somebody else did. */
    boolean notice(UUID id) {
        return jdbc.sql("update access_token set noticed_at = :now where id = :id and noticed_at is null and revoked_at is null")
                .param("now", Columns.at(clock.instant())).param("id", id).update() == 1;
    }

    /** It was not told of after all. */
    void giveNoticeBack(UUID id) {
        jdbc.sql("update access_token set noticed_at = null where id = :id").param("id", id).update();
    }

    /** Forgets those that ended before. */
    public void forget(Instant before) {
        jdbc.sql("delete from access_token where expires_at < :before or revoked_at < :before")
                .param("before", Columns.at(before)).update();
    }

    static AccessToken row(ResultSet row, int number) throws SQLException {
        return new AccessToken(
                Columns.uuid(row, "id"),
                row.getString("name"),
                List.of(row.getString("services").split(" ")),
                Scope.among(List.of(row.getString("scopes").split(" "))),
                row.getString("issued_by"),
                Columns.instant(row, "issued_at"),
                Columns.instant(row, "expires_at"),
                Optional.ofNullable(row.getString("revoked_by")),
                Columns.optionalInstant(row, "revoked_at"),
                Columns.optionalInstant(row, "last_used_at"));
    }
}
