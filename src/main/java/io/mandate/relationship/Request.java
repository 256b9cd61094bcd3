package io.mandate.relationship;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One asking of a partner to a customer. Its transitions give the request as it is afterwards, and refuse with
 * {@link IllegalTransitionException} where the present status does not allow them.
 *
 * @param name the partner's own name for it, at most 50 characters, empty for none
 * @param organisation the customer's name as the partner wrote it: only a label
 * @param asked what is asked for; empty for a request without permission, or in a draft not yet complete
 * @param approved what the customer approved; empty before the answer
 * @param subject of the mail, as the partner edited it
 * @param text of the mail, with {@code {link}} where the personal link will stand
 * @param linkNumber which link is the live one; a new one makes those before it useless
 * @param reason why the customer declined, empty for none
 * @param times when what happened
 */
public record Request(
        UUID id,
        UUID relationshipId,
        RequestKind kind,
        RequestStatus status,
        String name,
        String organisation,
        EmailAddress address,
        Locale language,
        String country,
        List<AskedPermission> asked,
        List<AskedPermission> approved,
        boolean withoutPermission,
        String subject,
        String text,
        Optional<SentBy> sentBy,
        Requester requester,
        int linkNumber,
        boolean remindersStopped,
        String reason,
        Times times) {

    /**
     * The person who asks, and the language in which to write to them.
     *
     * @param provider the indirect provider whose person this is, asking on behalf of the partner; empty for the partner's own
     */
    public record Requester(EmailAddress address, String name, Locale language, Optional<String> provider) {

        /** A person of the partner itself. */
        public Requester(EmailAddress address, String name, Locale language) {
            this(address, name, language, Optional.empty());
        }
    }

    /**
     * When a request was opened, when its live link was sent, until when that is valid, when it was closed, and since when it is
     * without persons.
     */
    public record Times(Instant openedAt, Optional<Instant> sentAt, Optional<Instant> validUntil, Optional<Instant> closedAt,
            Optional<Instant> erasedAt) {

        Times sent(Instant at) {
            return new Times(openedAt, Optional.of(at), Optional.empty(), closedAt, erasedAt);
        }

        Times valid(Instant until) {
            return new Times(openedAt, sentAt, Optional.of(until), closedAt, erasedAt);
        }

        Times closed(Instant at) {
            return new Times(openedAt, sentAt, validUntil, Optional.of(at), erasedAt);
        }
    }

    /** The ids of the services asked for. */
    public List<String> services() {
        return asked.stream().map(AskedPermission::service).toList();
    }

    /** The draft, changed. */
    public Request redrafted(
            String newName, List<AskedPermission> newAsked, boolean newWithoutPermission, String newSubject, String newText) {
        require("edited", RequestStatus.DRAFT);
        return new Request(id, relationshipId, kind, status, newName, organisation, address, language, country, newAsked,
                approved, newWithoutPermission, newSubject, newText, sentBy, requester, linkNumber, remindersStopped,
                reason, times);
    }

    /** Reviewed: Mandate is about to send it, or the partner does and its link is live from now on. */
    public Request reviewed(SentBy by, Instant now) {
        require("sent", RequestStatus.DRAFT);
        return by == SentBy.MANDATE
                ? copy(RequestStatus.SENDING, address, Optional.of(by), 1, false, times)
                : copy(RequestStatus.WAITING, address, Optional.of(by), 1, false, times.sent(now));
    }

    /** Mandate's mail is on its way. */
    public Request sent(Instant now) {
        require("sent", RequestStatus.SENDING);
        return copy(RequestStatus.WAITING, address, sentBy, linkNumber, remindersStopped, times.sent(now));
    }

    /** The mail server refused the address for good. */
    public Request addressRefused() {
        require("refused", RequestStatus.SENDING);
        return copy(RequestStatus.ADDRESS_REFUSED, address, sentBy, linkNumber, remindersStopped, times);
    }

    /** The mail that was sent came back: nobody was asked, and its link becomes useless. */
    public Request mailReturned() {
        require("returned", RequestStatus.WAITING);
        return copy(RequestStatus.ADDRESS_REFUSED, address, sentBy, linkNumber + 1, remindersStopped, times);
    }

    /** The partner gave another address of the same customer; the mail goes out again. */
    public Request addressCorrected(EmailAddress corrected) {
        require("sent to another address", RequestStatus.ADDRESS_REFUSED, RequestStatus.WAITING);
        return copy(RequestStatus.SENDING, corrected, Optional.of(SentBy.MANDATE), nextLink(), false, times);
    }

    /** A new link replaces the one sent before, and is sent by whom the partner says. */
    public Request sentAgain(SentBy by, Instant now) {
        require("sent again", RequestStatus.WAITING);
        return by == SentBy.MANDATE
                ? copy(RequestStatus.SENDING, address, Optional.of(by), linkNumber + 1, false, times)
                : copy(RequestStatus.WAITING, address, Optional.of(by), linkNumber + 1, false, times.sent(now));
    }

    /** The live link's validity is known. */
    public Request validUntil(Instant end) {
        return copy(status, address, sentBy, linkNumber, remindersStopped, times.valid(end));
    }

    /** The customer wants no further reminders. */
    public Request withoutReminders() {
        require("left without reminders", RequestStatus.WAITING);
        return copy(status, address, sentBy, linkNumber, true, times);
    }

    /** The customer said yes to all or part of it. */
    public Request approved(List<AskedPermission> chosen, Instant now) {
        require("approved", RequestStatus.WAITING);
        return closed(RequestStatus.APPROVED, chosen, "", now);
    }

    /** The customer said no. */
    public Request declined(String why, Instant now) {
        require("declined", RequestStatus.WAITING);
        return closed(RequestStatus.DECLINED, List.of(), why, now);
    }

    /** Its validity is over. */
    public Request expired(Instant now) {
        require("expired", RequestStatus.SENDING, RequestStatus.ADDRESS_REFUSED, RequestStatus.WAITING);
        return closed(RequestStatus.EXPIRED, List.of(), "", now);
    }

    /** The partner took it back, or left the draft alone for too long. */
    public Request withdrawn(Instant now) {
        if (!status.isOpen()) {
            throw new IllegalTransitionException(this, "withdrawn");
        }
        return closed(RequestStatus.WITHDRAWN, List.of(), "", now);
    }

    private int nextLink() {
        return status == RequestStatus.WAITING ? linkNumber + 1 : linkNumber;
    }

    private void require(String wanted, RequestStatus... allowed) {
        if (!Set.of(allowed).contains(status)) {
            throw new IllegalTransitionException(this, wanted);
        }
    }

    private Request copy(RequestStatus newStatus, EmailAddress newAddress, Optional<SentBy> newSentBy, int newLink,
            boolean stopped, Times newTimes) {
        return new Request(id, relationshipId, kind, newStatus, name, organisation, newAddress, language, country, asked,
                approved, withoutPermission, subject, text, newSentBy, requester, newLink, stopped, reason, newTimes);
    }

    private Request closed(RequestStatus end, List<AskedPermission> chosen, String why, Instant now) {
        return new Request(id, relationshipId, kind, end, name, organisation, address, language, country, asked, chosen,
                withoutPermission, subject, text, sentBy, requester, linkNumber, remindersStopped, why, times.closed(now));
    }
}
