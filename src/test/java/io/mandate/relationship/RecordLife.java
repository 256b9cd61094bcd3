package io.mandate.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mandate.relationship.Consent.Choice;
import io.mandate.testing.Lifecycle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** One customer's record beside a simple account of what must be true of it. */
class RecordLife {

    private record Held(String holder, Instant end) {}

    private static final Instant START = Instant.parse("2026-11-02T09:00:00Z");

    private final RecordLifeTests mandate;
    private final EmailAddress customer = EmailAddress.of(Lifecycle.newAddress());
    private final Map<String, Request> open = new HashMap<>();
    private final Map<String, Held> expected = new TreeMap<>();
    private final Map<String, Relationship> relationships = new HashMap<>();
    private final DutyLife duties = new DutyLife();
    private final Set<Object> losses = new HashSet<>();
    private int expectedLosses;
    private final List<TermChange> shortened = new ArrayList<>();

    RecordLife(RecordLifeTests mandate) {
        this.mandate = mandate;
        ClockUtil.setCurrentTime(Date.from(START));
    }

    void ask(String partner, String service, int days) {
        boolean again = inForce(partner);
        RequestRegister.Opening opening =
                opening(partner, service, days, again ? RequestKind.RESTORATION : RequestKind.INVITATION);
        if (open.containsKey(partner + service)) {
            assertThatThrownBy(() -> mandate.register.open(opening)).isInstanceOf(OpenRequestException.class);
            return;
        }
        Request request = again ? mandate.register.ask(opening, SentBy.PARTNER) : invited(opening);
        open.put(partner + service, request);
        relationships.put(partner, mandate.relationships.get(request.relationshipId()));
    }

    private Request invited(RequestRegister.Opening opening) {
        return mandate.register.change(mandate.register.open(opening).id(), one -> one.reviewed(SentBy.PARTNER, now()),
                TimelineEvent.REVIEWED, "", "");
    }

    void approve(String partner, String service, String shown) {
        Request request = open.get(partner + service);
        if (request == null) {
            return;
        }
        take(partner, service, shown, request.asked().get(0).days(), () -> mandate.transaction.executeWithoutResult(status -> {
            Request approved = mandate.register.change(
                    request.id(), one -> one.approved(one.asked(), now()), TimelineEvent.APPROVED, "", "");
            grant(approved, shown);
        }), () -> open.remove(partner + service));
    }

    void assign(String partner, String service, String shown, int days) {
        if (!inForce(partner)) {
            return;
        }
        Customer moved = relationships.get(partner).customer();
        take(partner, service, shown, days, () -> mandate.transaction.executeWithoutResult(status -> grant(
                mandate.register.assign(opening(partner, service, days, RequestKind.ASSIGNMENT), moved, customer, "Ada Admin", ""), shown)), () -> {});
    }

    private void take(String partner, String service, String shown, int days, ThrowingCallable act, Runnable done) {
        String holder = holder(service);
        if (!shown.equals(holder)) {
            assertThatThrownBy(act).isInstanceOf(HolderChangedException.class);
            return;
        }
        Held before = expected.get(service);
        assertThatCode(act).doesNotThrowAnyException();
        done.run();
        if (before != null && !partner.equals(holder)) {
            expectedLosses++;
        }
        expected.put(service, new Held(partner, now().plus(Duration.ofDays(days))));
        duties.accept(partner, now());
    }

    private void grant(Request request, String shown) {
        Consent consent = new Consent(request.id(), true, "Ada Admin", customer, Consent.Proof.CODE, now(), Locale.ENGLISH,
                "1", "", request.asked().stream().map(one -> new Choice(one, shown)).toList());
        mandate.granting.record(request, mandate.relationships.get(request.relationshipId()).sides(), consent);
    }

    void close(String partner, String service, RequestStatus how) {
        Request request = open.remove(partner + service);
        if (request != null) {
            mandate.register.change(request.id(), one -> switch (how) {
                case DECLINED -> one.declined("", now());
                case EXPIRED -> one.expired(now());
                default -> one.withdrawn(now());
            }, TimelineEvent.valueOf(how.name()), "", "");
        }
    }

    void revoke(String service, RevocationReason reason) {
        held(service).ifPresent(permission -> {
            mandate.transaction.executeWithoutResult(
                    status -> mandate.revoking.revoke(List.of(permission), reason, "somebody", ""));
            expected.remove(service);
            expectedLosses++;
        });
    }

    void actAsShownBefore(String service) {
        held(service).ifPresent(now -> {
            Permission before = new Permission(now.customerId(), service, now.holder(), now.relationshipId(),
                    now.requestId(), now.roles(), now.grantedAt(), now.endsAt().plusSeconds(60));
            assertThatThrownBy(() -> mandate.transaction.executeWithoutResult(status -> mandate.revoking.revoke(
                    List.of(before), RevocationReason.REMOVED_BY_CUSTOMER, "", ""))).isInstanceOf(PermissionChangedException.class);
            assertThatThrownBy(() -> mandate.transaction.executeWithoutResult(status -> mandate.changing.shorten(
                    before, now.endsAt(), "", ""))).isInstanceOf(PermissionChangedException.class);
        });
    }

    void shorten(String service, int days) {
        held(service).ifPresent(permission -> {
            Instant end = now().plus(Duration.ofDays(days));
            if (end.isBefore(permission.endsAt())) {
                shortened.add(mandate.transaction.execute(
                        status -> mandate.changing.shorten(permission, end, "Ada Admin", "")));
                expected.put(service, new Held(permission.holder(), end));
            }
        });
    }

    void end(String partner, boolean confirmed) {
        Relationship relationship = relationships.get(partner);
        if (!inForce(partner)) {
            if (relationship != null) {
                assertThatThrownBy(() -> ask(relationship)).isInstanceOf(EndingRefusedException.class);
            }
            return;
        }
        open.entrySet().stream().filter(one -> one.getKey().startsWith(partner)).toList()
                .forEach(one -> close(partner, one.getKey().substring(partner.length()), RequestStatus.WITHDRAWN));
        Termination asked = ask(relationship);
        assertThatThrownBy(() -> ask(relationship)).isInstanceOf(EndingRefusedException.class);
        mandate.transaction.executeWithoutResult(status -> {
            if (confirmed) {
                mandate.ending.confirm(asked.id(), Side.CUSTOMER, "Ada Admin");
                mandate.ending.end(asked.id());
            } else {
                mandate.ending.takeBack(asked.id(), Side.PARTNER, "Somebody");
            }
        });
        if (confirmed) {
            duties.end(partner, now());
            int before = expected.size();
            expected.values().removeIf(held -> held.holder().equals(partner) && held.end().isAfter(now()));
            expectedLosses += before - expected.size();
        }
    }

    /** The duty is released or, to another than the partner itself, handed over. */
    void renegotiate(String partner, String other) {
        duties.renegotiate(mandate, relationships, partner, other, now().plus(Duration.ofHours(1)));
    }

    private boolean inForce(String partner) {
        return duties.inForce(partner);
    }

    private Termination ask(Relationship relationship) {
        return mandate.transaction.execute(status -> mandate.ending.ask(
                relationship.id(), Side.PARTNER, "Somebody", "", Duration.ofDays(30)));
    }

    void pass(int days) {
        ClockUtil.setCurrentTime(Date.from(now().plus(Duration.ofDays(days))));
    }

    /** Compares all that is recorded with what must be true. */
    void isTrue() {
        Map<String, Held> counting = new TreeMap<>(expected);
        counting.values().removeIf(held -> !held.end().isAfter(now()));
        List<Permission> ofPartners = new ArrayList<>();
        List<TermChange> changes = new ArrayList<>();
        relationships.forEach((partner, before) -> {
            Relationship relationship = mandate.relationships.get(before.id());
            List<Permission> held = mandate.permissions.heldBy(relationship.id(), now());
            ofPartners.addAll(held);
            assertThat(mandate.past.of(relationship.id()).values()).filteredOn(past -> past.countsAt(now()))
                    .extracting(PastPermission::again).isEqualTo(held.stream().map(RecordLife::again).toList());
            duties.isTrueOf(partner, relationship);
            if (!held.isEmpty()) {
                assertThat(relationship.status()).isEqualTo(RelationshipStatus.IN_FORCE);
            }
            changes.addAll(mandate.changes.of(relationship.id()));
            mandate.revocations.of(relationship.id())
                    .forEach(lost -> lost.services().forEach(service -> losses.add(List.of(lost.id(), service))));
        });
        Map<String, Held> found = new TreeMap<>();
        ofPartners.forEach(one -> assertThat(found.put(one.service(), new Held(one.holder(), one.endsAt()))).isNull());
        assertThat(found).isEqualTo(counting);
        assertThat(losses).hasSize(expectedLosses);
        assertThat(changes).containsExactlyInAnyOrderElementsOf(shortened);
    }

    private static AskedPermission again(Permission held) {
        long days = Duration.between(held.grantedAt(), held.endsAt()).toDays();
        return new AskedPermission(held.service(), held.roles(), (int) Math.max(1, days));
    }

    private Optional<Permission> held(String service) {
        return relationships.values().stream().findAny()
                .flatMap(any -> mandate.permissions.heldAt(any.customer().id(), now()).stream()
                        .filter(permission -> permission.service().equals(service)).findFirst());
    }

    private String holder(String service) {
        return held(service).map(Permission::holder).orElse("");
    }

    private RequestRegister.Opening opening(String partner, String service, int days, RequestKind kind) {
        return new RequestRegister.Opening(partner,
                new Request.Requester(EmailAddress.of("staff@" + partner + ".example"), "Somebody", Locale.ENGLISH),
                kind, "global", "Northwind Traders", customer, Locale.ENGLISH, "US", "",
                List.of(new AskedPermission(service, List.of("reader"), days)), false, "", "");
    }

    private Instant now() {
        return mandate.clock.instant();
    }
}
