package io.mandate.termination;

import io.mandate.MandateProperties;
import io.mandate.acceptance.Correspondence;
import io.mandate.mail.EndAnnouncedMail;
import io.mandate.mail.EndAskedMail;
import io.mandate.mail.EndPutOffMail;
import io.mandate.mail.EndReminderMail;
import io.mandate.mail.EndTakenBackMail;
import io.mandate.mail.EndingSides;
import io.mandate.mail.MailContent;
import io.mandate.mail.RelationshipEndedMail;
import io.mandate.mail.RemovedService;
import io.mandate.relationship.LostPermission;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.relationship.Requests;
import io.mandate.relationship.Revocation;
import io.mandate.relationship.Revocations;
import io.mandate.relationship.Side;
import io.mandate.relationship.Termination;
import io.mandate.relationship.Terminations;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells both sides of an end: that it is asked for, put off, near, taken back, and what it brought. */
@Service
@Transactional
public class EndReports {

    private final MandateProperties mandate;
    private final Relationships relationships;
    private final Requests requests;
    private final Terminations terminations;
    private final Revocations revocations;
    private final Terminating terminating;
    private final Correspondence correspondence;

    EndReports(MandateProperties mandate, Relationships relationships, Requests requests, Terminations terminations,
            Revocations revocations, Terminating terminating, Correspondence correspondence) {
        this.mandate = mandate;
        this.relationships = relationships;
        this.requests = requests;
        this.terminations = terminations;
        this.revocations = revocations;
        this.terminating = terminating;
        this.correspondence = correspondence;
    }

    /** That it is asked for, or was put off because something is open; not where it was taken back, or has ended, meanwhile. */
    public void tellBothSides(UUID id) {
        Termination asked = terminations.get(id);
        if (!asked.isOpen()) {
            return;
        }
        Relationship relationship = relationships.get(asked.relationshipId());
        EndingSides sides = sides(asked, relationship);
        List<String> open = asked.putOff() ? terminating.open(asked.relationshipId()) : List.of();
        tell(asked, relationship, "asked " + asked.noticeUntil(), (to, language) -> asked.putOff()
                ? new EndPutOffMail(sides, open, asked.noticeUntil(), page(relationship, to))
                : new EndAskedMail(sides, to == asked.askedBy(), asked.noticeUntil(), asked.note(),
                        page(relationship, to)));
    }

    /** That it is near; not where it was taken back, or has ended, meanwhile. */
    public void remind(UUID id) {
        Termination asked = terminations.get(id);
        if (asked.isOpen()) {
            Relationship relationship = relationships.get(asked.relationshipId());
            EndingSides sides = sides(asked, relationship);
            tell(asked, relationship, "near " + asked.noticeUntil(), (to, language) -> new EndReminderMail(
                    sides, to == asked.askedBy(), asked.noticeUntil(), page(relationship, to)));
        }
    }

    /** That it was taken back. */
    public void reportContinuation(UUID id) {
        Termination back = terminations.get(id);
        Relationship relationship = relationships.get(back.relationshipId());
        EndingSides sides = sides(back, relationship);
        tell(back, relationship, "taken back", (to, language) -> new EndTakenBackMail(
                sides, back.closedBy(), page(relationship, to)));
    }

    /** That it has ended, while the services are still being told and looked at: what follows is {@link #reportEnd}. */
    public void announceEnd(UUID id) {
        Termination ended = terminations.get(id);
        Relationship relationship = relationships.get(ended.relationshipId());
        EndingSides sides = sides(ended, relationship);
        List<LostPermission> lost = ended.revocation().map(held -> revocations.get(held).lost()).orElse(List.of());
        tell(ended, relationship, "announced", (to, language) -> new EndAnnouncedMail(
                sides, ended.closedBy(), ended.closedAt().orElseThrow(),
                lost.stream().map(one -> correspondence.service(one.service(), language)).toList(), page(relationship, to)));
    }

    /** The final report: who ended what, since when it was in force, what was held and what a look at the services showed. */
    public void reportEnd(UUID id) {
        Termination ended = terminations.get(id);
        Relationship relationship = relationships.get(ended.relationshipId());
        EndingSides sides = sides(ended, relationship);
        Optional<Revocation> held = ended.revocation().map(revocations::get);
        tell(ended, relationship, "ended", (to, language) -> new RelationshipEndedMail(
                sides, ended.askedAt(), ended.closedBy(), ended.closedAt().orElseThrow(),
                ended.inForceSince(), held.map(lost -> services(lost, language)).orElse(List.of()), ended.note(),
                page(relationship, to)));
    }

    private void tell(Termination about, Relationship relationship, String what, BiFunction<Side, Locale, MailContent> mail) {
        Request request = requests.get(about.requestId());
        String occurrence = "termination " + about.id() + " " + what;
        correspondence.each(
                () -> correspondence.toPartnerItself(request, occurrence, language -> mail.apply(Side.PARTNER, language)),
                () -> correspondence.toAdministrators(request, occurrence, language -> mail.apply(Side.CUSTOMER, language)));
    }

    private EndingSides sides(Termination about, Relationship relationship) {
        String partner = correspondence.partner(relationship.partnerId());
        String customer = relationship.organisation();
        return about.askedBy() == Side.PARTNER
                ? new EndingSides(partner, customer, about.asker(), partner, customer)
                : new EndingSides(partner, customer, about.asker(), customer, partner);
    }

    private List<RemovedService> services(Revocation revocation, Locale language) {
        return revocation.lost().stream().map(lost -> service(lost, language)).toList();
    }

    private RemovedService service(LostPermission lost, Locale language) {
        return new RemovedService(correspondence.service(lost.service(), language), lost.check().name(),
                correspondence.roles(lost.service(), lost.leftOver(), language));
    }

    private String page(Relationship relationship, Side reader) {
        return mandate.url(reader == Side.PARTNER
                ? "/customers/" + relationship.id() + "/end"
                : "/organisation/" + relationship.customer().id() + "/partners/" + relationship.id() + "/end");
    }
}
