package io.mandate.relationship;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The answers of customers, kept as evidence. */
@Repository
public class Consents {

    private final JdbcClient jdbc;
    private final Evidence evidence;
    private final OwnRows<Consent> own = new OwnRows<>();

    Consents(JdbcClient jdbc, Evidence evidence) {
        this.jdbc = jdbc;
        this.evidence = evidence;
    }

    /**
     * Stores the answer to a request, of which there is one.
     *
     * @param request as it is answered
     * @param partner whose relationship it is about
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Request request, String partner, Consent consent) {
        jdbc.sql("""
                        insert into consent (request_id, approved, name, address, proof, given_at, language,
                            agreement_version, shown, chosen)
                        values (:request, :approved, :name, :address, :proof, :givenAt, :language, :agreement, :shown, :chosen)
                        """)
                .param("request", consent.requestId()).param("approved", consent.approved())
                .param("name", consent.name()).param("address", consent.address().value())
                .param("proof", consent.proof().name()).param("givenAt", Columns.at(consent.givenAt()))
                .param("language", consent.language().getLanguage()).param("agreement", consent.agreementVersion())
                .param("shown", consent.shown()).param("chosen", Json.of(consent.chosen()))
                .update();
        own.keep(consent.requestId(), consent);
        TimelineEvent event = !consent.approved() ? TimelineEvent.DECLINED
                : request.kind() == RequestKind.ASSIGNMENT ? TimelineEvent.ASSIGNED : TimelineEvent.APPROVED;
        evidence.record(new Act(request.relationshipId(), request.id(), consent.givenAt(), event.name(), consent.name(),
                Optional.of(consent.proof()), Facts.of(consent, request.kind(), partner),
                Facts.with(Facts.note(request.reason()), "address", consent.address().value()), consent.shown()));
    }

    /** The answer to a request, or empty before it. */
    public Optional<Consent> find(UUID request) {
        return own.find(request).or(() ->
                jdbc.sql("select * from consent where request_id = :id").param("id", request).query(Consents::map).optional());
    }

    /** The answers by which the customer accepted requests of this relationship, newest first. */
    public List<Consent> approvalsOf(UUID relationship) {
        return jdbc.sql("""
                        select consent.* from consent join request on request.id = consent.request_id
                        where request.relationship_id = :id and consent.approved order by consent.given_at desc
                        """)
                .param("id", relationship).query(Consents::map).list();
    }

    private static Consent map(ResultSet row, int number) throws SQLException {
        return new Consent(
                Columns.uuid(row, "request_id"), row.getBoolean("approved"), row.getString("name"),
                EmailAddress.of(row.getString("address")), Consent.Proof.valueOf(row.getString("proof")),
                Columns.instant(row, "given_at"), Locale.forLanguageTag(row.getString("language")),
                row.getString("agreement_version"), row.getString("shown"), Json.choices(row.getString("chosen")));
    }

    /** Persons were taken out of rows. */
    void forgetAll() {
        own.forgetAll();
    }
}
