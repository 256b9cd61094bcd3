package io.mandate.servicerequest;

import io.mandate.relationship.Columns;
import io.mandate.relationship.EmailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everything that was said about service requests. */
@Repository
public class Comments {

    private final JdbcClient jdbc;

    Comments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was said about one, in order. */
    public List<Comment> of(UUID serviceRequest) {
        return jdbc.sql("select * from service_request_comment where service_request_id = :id order by position")
                .param("id", serviceRequest).query(Comments::map).list();
    }

    /** What was said under this id, of whatever request. */
    Optional<Comment> find(UUID id) {
        return jdbc.sql("select * from service_request_comment where id = :id").param("id", id).query(Comments::map).optional();
    }

    /** What support asked last about one. */
    Optional<Comment> lastQuestion(UUID serviceRequest) {
        return jdbc.sql("""
                        select * from service_request_comment where service_request_id = :id and kind = 'QUESTION'
                        order by position desc fetch first 1 rows only
                        """)
                .param("id", serviceRequest).query(Comments::map).optional();
    }

    /** Adds it; false where its id is known already. */
    boolean add(Comment comment) {
        return jdbc.sql("""
                        insert into service_request_comment
                            (id, service_request_id, kind, side, author, author_name, written_at, text, passed_on)
                        values (:id, :request, :kind, :side, :author, :name, :at, :text, false)
                        on conflict do nothing
                        """)
                .param("id", comment.id()).param("request", comment.serviceRequestId()).param("kind", comment.kind().name())
                .param("side", comment.author().side().name()).param("author", comment.author().address().value())
                .param("name", comment.author().name()).param("at", Columns.at(comment.writtenAt()))
                .param("text", comment.text()).update() == 1;
    }

    /** What nobody was told yet, in order. */
    List<Comment> notPassedOn(UUID serviceRequest) {
        return jdbc.sql("""
                        select * from service_request_comment
                        where service_request_id = :id and passed_on = false order by position
                        """)
                .param("id", serviceRequest).query(Comments::map).list();
    }

    void passedOn(Comment comment) {
        jdbc.sql("update service_request_comment set passed_on = true where id = :id").param("id", comment.id()).update();
    }

    private static Comment map(ResultSet row, int number) throws SQLException {
        return new Comment(
                Columns.uuid(row, "id"), Columns.uuid(row, "service_request_id"),
                Comment.Kind.valueOf(row.getString("kind")),
                new Author(Side.valueOf(row.getString("side")), EmailAddress.of(row.getString("author")),
                        row.getString("author_name")),
                Columns.instant(row, "written_at"), row.getString("text"));
    }
}
