package io.mandate.request;

import io.mandate.mail.MailEntry;
import io.mandate.mail.MailReports;
import io.mandate.relationship.Consent;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.Request;
import io.mandate.relationship.Timeline;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is known about one request.
 *
 * @param actable whether its reader may act on it
 * @param consent the customer's answer; empty before it
 * @param events what happened, oldest first
 * @param mails what became of each mail, oldest first
 * @param reports what other mail servers reported about them, oldest first
 */
public record Dossier(
        Request request, Relationship relationship, boolean actable, Optional<Consent> consent, List<Timeline.Entry> events,
        List<MailEntry> mails, List<MailReports.Entry> reports) {}
