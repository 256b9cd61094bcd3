package io.mandate.testing;

import io.mandate.acceptance.Answers;
import io.mandate.acceptance.Approval;
import io.mandate.acceptance.Refusal;
import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.invitation.Invitations;
import io.mandate.invitation.NewInvitation;
import io.mandate.relationship.Administrators;
import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.Consent.Choice;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.PartnerStaff;
import io.mandate.relationship.Permission;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.relationship.SentBy;
import io.mandate.relationship.Side;
import io.mandate.relationship.TermChanging;
import io.mandate.revocation.Removals;
import io.mandate.servicerequest.Author;
import io.mandate.servicerequest.NewServiceRequest;
import io.mandate.servicerequest.ServicePriority;
import io.mandate.servicerequest.ServiceRequest;
import io.mandate.servicerequest.ServiceRequests;
import io.mandate.servicerequest.SupportDesk;
import io.mandate.termination.Terminating;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A relationship from the first request to its end, with everything that people can leave behind on the way: a refusal and a
 * consent, a shorter term, a removal, a further administrator, an account, a service request, work in Tasklist, an end. Each of
 * these people and words is found nowhere else.
 */
@TestComponent
public class WholeLife {

    public static final AskedPermission MAIL = Lifecycle.MAIL;

    private final Lifecycle life;
    private final Invitations invitations;
    private final Answers answers;
    private final Accounts accounts;
    private final Administrators administrators;
    private final Relationships relationships;
    private final Permissions permissions;
    private final TermChanging changing;
    private final Removals removals;
    private final ServiceRequests serviceRequests;
    private final SupportDesk desk;
    private final Terminating terminating;
    private final TransactionTemplate transaction;
    private final ProcessEngine engine;
    private final Clock clock;

    WholeLife(Lifecycle life, Invitations invitations, Answers answers, Accounts accounts, Administrators administrators,
            Relationships relationships, Permissions permissions, TermChanging changing, Removals removals,
            ServiceRequests serviceRequests, SupportDesk desk, Terminating terminating,
            TransactionTemplate transaction, ProcessEngine engine, Clock clock) {
        this.life = life;
        this.invitations = invitations;
        this.answers = answers;
        this.accounts = accounts;
        this.administrators = administrators;
        this.relationships = relationships;
        this.permissions = permissions;
        this.changing = changing;
        this.removals = removals;
        this.serviceRequests = serviceRequests;
        this.desk = desk;
        this.terminating = terminating;
        this.transaction = transaction;
        this.engine = engine;
        this.clock = clock;
    }

    /**
     * Who and what there was.
     *
     * @param approved the request by which the relationship came into force
     * @param words names, addresses and texts, each of which stands somewhere in the database until it is erased
     */
    public record Past(PartnerStaff staff, String address, UUID customer, Request declined, Request approved,
            UUID serviceRequest, List<String> words) {

        public UUID relationship() {
            return approved.relationshipId();
        }
    }

    /** Lets it begin and be lived. */
    public Past inForce(String address, String mark) {
        PartnerStaff staff = new PartnerStaff("contoso", EmailAddress.of("petra." + mark + "@contoso.example"), "Petra " + mark, Locale.GERMAN);
        String named = "nora." + mark + address.substring(address.indexOf('@'));
        Request declined = ask(staff, address, "Try" + mark);
        answers.decline(life.proven(address), address, new Refusal("Dora " + mark, true, "Nobudget" + mark, Locale.ENGLISH));
        life.jobs().runDue();
        Request approved = ask(staff, address, "Again" + mark);
        UUID relationship = approved.relationshipId();
        answers.approve(life.proven(address), address, new Approval("Alma " + mark, true, true, Lifecycle.AGREEMENT, Locale.ENGLISH,
                List.of(new Choice(MAIL, ""))));
        life.jobs().runDue();
        UUID customer = relationships.get(relationship).customer().id();
        workInTasklist(customer, address, mark);
        transaction.executeWithoutResult(status -> administrators.name(
                customer, EmailAddress.of(named), "Nora " + mark, Locale.ENGLISH, EmailAddress.of(address)));
        Permission held = permissions.heldBy(relationship, clock.instant()).get(0);
        transaction.executeWithoutResult(status -> changing.shorten(
                held, clock.instant().plus(Duration.ofDays(100)), "Alma " + mark, "Shorter" + mark));
        removals.removedByCustomer(permissions.heldBy(relationship, clock.instant()).get(0), "Alma " + mark, "Removed" + mark);
        life.jobs().runDue();
        UUID serviceRequest = serviceRequest(staff, relationship, mark);
        return new Past(staff, address, customer, declined, approved, serviceRequest, Stream.of(
                staff.name(), staff.address().value(), address, named, "Nora " + mark, "Dora " + mark, "Nobudget" + mark, "Alma " + mark,
                "Again" + mark, "Try" + mark, "Shorter" + mark, "Removed" + mark, "Slow" + mark, "Minutes" + mark, "Solved" + mark,
                "Sam " + mark, "Remark" + mark, "Customer " + mark).toList());
    }

    /** Lets it end. */
    public void end(Past past, String note) {
        var asked = terminating.ask(past.relationship(), Side.PARTNER, past.staff().name(), note);
        life.jobs().runDue();
        terminating.confirm(asked.id(), Side.CUSTOMER, "Alma Confirms");
        life.jobs().runDue();
    }

    /** A request that was sent; somebody worked on its draft in Tasklist. */
    private Request ask(PartnerStaff staff, String address, String name) {
        Request draft = invitations.request(new NewInvitation(
                "Northwind Traders", address, "en", "US", "global", name, List.of(MAIL), false), staff);
        Task task = engine.getTaskService().createTaskQuery().processInstanceBusinessKey(draft.relationshipId().toString()).singleResult();
        engine.getTaskService().setAssignee(task.getId(), staff.address().value());
        engine.getIdentityService().setAuthenticatedUserId(staff.address().value());
        engine.getTaskService().createComment(task.getId(), task.getProcessInstanceId(), "Remark" + name.replaceAll("Try|Again", ""));
        engine.getIdentityService().clearAuthentication();
        Request request = invitations.review(draft.id(), draft.subject(), draft.text(), SentBy.MANDATE, staff);
        life.jobs().runDue();
        return request;
    }

    /** The customer's administrator has an account, which the engine knows since it signed in. */
    private void workInTasklist(UUID customer, String address, String mark) {
        accounts.add(Account.ofCustomer(customer, address, "Customer " + mark, "{noop}" + People.PASSWORD, "en"));
        User user = engine.getIdentityService().newUser(address);
        user.setFirstName("Customer " + mark);
        user.setEmail(address);
        user.setPassword("unknown");
        engine.getIdentityService().saveUser(user);
    }

    private UUID serviceRequest(PartnerStaff staff, UUID relationship, String mark) {
        ServiceRequest opened = serviceRequests.open(UUID.randomUUID(), relationship, new NewServiceRequest(
                Optional.of("mail"), Optional.of(ServicePriority.HIGH), "Slow" + mark, "Minutes" + mark), staff);
        life.jobs().runDue();
        desk.solve(opened.id(), UUID.randomUUID(), "Solved" + mark,
                new Author(io.mandate.servicerequest.Side.SUPPORT, EmailAddress.of("sam@mandate.example"), "Sam " + mark));
        life.jobs().runDue();
        return opened.id();
    }
}
