package io.mandate.rights;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.FIONA;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.relationship.PartnerStaff;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.servicerequest.NewServiceRequest;
import io.mandate.servicerequest.ServicePriority;
import io.mandate.servicerequest.ServiceRequests;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.TestMail;
import io.mandate.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** Whoever guesses an id of another organisation gets, at every page and form, exactly what an id that nobody has gets. */
@ServiceTest
@Import(Lifecycle.class)
class ForeignIdsTests {

    @Autowired ApplicationContext beans;
    @Autowired Lifecycle life;
    @Autowired Relationships relationships;
    @Autowired ServiceRequests serviceRequests;
    @Autowired Accounts accounts;
    @LocalServerPort int port;

    private final RightsTable table = RightsTable.read(RightsTests.PAGE);
    private Side contosos;
    private Side fabrikams;

    /** The ids of a partner and a customer, and the address of that customer's administrator. */
    private record Side(UUID request, UUID relationship, UUID customer, UUID serviceRequest, String administrator) {

        static Side unknown() {
            return new Side(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "");
        }

        /** The id that a variable of a pattern stands for. */
        UUID id(String pattern, String variable) {
            return pattern.contains("service-requests/" + variable) ? serviceRequest
                    : pattern.startsWith("/organisation/" + variable) ? customer
                    : pattern.startsWith("/requests/") ? request : relationship;
        }
    }

    @BeforeEach
    void two_partners_with_a_customer_each(@Autowired Partners partners) {
        TestMail.acceptAll();
        People.join(partners, accounts);
        contosos = side(PAULA);
        fabrikams = side(FIONA);
    }

    private Side side(PartnerStaff staff) {
        String address = Lifecycle.newAddress();
        Request request = life.sent(staff, address, MAIL);
        life.approve(address, MAIL);
        life.jobs().runDue();
        UUID customer = relationships.get(request.relationshipId()).customer().id();
        accounts.add(Account.ofCustomer(customer, address, "Ada Admin", "{noop}" + People.PASSWORD, "en"));
        UUID serviceRequest = serviceRequests.open(UUID.randomUUID(), request.relationshipId(), new NewServiceRequest(
                Optional.of("mail"), Optional.of(ServicePriority.HIGH), "Mail is slow", "Very"), staff).id();
        return new Side(request.id(), request.relationshipId(), customer, serviceRequest, address);
    }

    @Test
    void a_partner_learns_nothing_of_another_partner_s() {
        assertSame(Who.PARTNER_AGENT, Visitor.signedIn(port, FIONA.address().value()), 25);
    }

    @Test
    void a_customer_learns_nothing_of_another_customer_s() {
        assertSame(Who.CUSTOMER, Visitor.signedIn(port, fabrikams.administrator()), 15);
    }

    private void assertSame(Who who, Visitor visitor, int atLeast) {
        String token = visitor.formToken("/");
        List<String> problems = new ArrayList<>();
        List<Operation> own = Operations.pages(beans)
                .filter(operation -> table.rowOf(operation).answers().get(who) == Row.Answer.OWN)
                .filter(operation -> operation.plain().stream().anyMatch(ForeignIdsTests::isId))
                .toList();
        for (Operation operation : own) {
            Side unknown = Side.unknown();
            for (String last : operation.plain().stream().filter(ForeignIdsTests::isId).toList()) {
                String foreign = call(visitor, operation, token, variable -> variable.equals(last) ? contosos : before(operation, variable, last, contosos));
                String nobodys = call(visitor, operation, token, variable -> variable.equals(last) ? unknown : before(operation, variable, last, unknown));
                if (!foreign.equals(nobodys) || operation.reads() && !foreign.startsWith("404")) {
                    String common = StringUtils.getCommonPrefix(foreign, nobodys);
                    problems.add(operation + ", " + last + ": " + foreign.substring(0, 3) + " " + foreign.substring(common.length())
                            + " is not " + nobodys.substring(0, 3) + " " + nobodys.substring(common.length()));
                }
            }
        }

        assertThat(own).hasSizeGreaterThan(atLeast);
        assertThat(problems).isEmpty();
    }

    /** What comes before the id in question is one's own, what comes after belongs with it. */
    private Side before(Operation operation, String variable, String last, Side side) {
        return operation.plain().indexOf(variable) < operation.plain().indexOf(last) ? fabrikams : side;
    }

    private static boolean isId(String segment) {
        return segment.equals("{id}") || segment.equals("{customer}");
    }

    /** Status and words, without the ids. */
    private String call(Visitor visitor, Operation operation, String token, Function<String, Side> sides) {
        String pattern = operation.path();
        String address = filled(operation, pattern, sides);
        HttpResponse<String> answer = visitor.call(operation.method(), address, operation.reads() ? "" : "_csrf=" + token,
                "Content-Type", "application/x-www-form-urlencoded");
        return Stream.of(contosos, fabrikams).flatMap(side -> Stream.of(side.request(), side.relationship(), side.customer(), side.serviceRequest()))
                .map(UUID::toString)
                .reduce(answer.statusCode() + " " + answer.body(), (words, id) -> words.replace(id, "an id"))
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "an id")
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "a token");
    }

    private static String filled(Operation operation, String pattern, Function<String, Side> sides) {
        String address = pattern.replace("{service}", "mail");
        String[] others = operation.address().substring(1).split("/");
        for (int i = 0; i < others.length; i++) {
            String variable = operation.plain().get(i);
            address = Operation.isVariable(variable) && !isId(variable) ? address.replace(variable, others[i]) : address;
        }
        // The extension of a term names its service so.
        if (pattern.contains("services/{id}")) {
            return address.replace("services/{id}", "services/mail").replace("{customer}", sides.apply("{customer}").customer().toString());
        }
        for (String variable : List.of("{id}", "{customer}")) {
            address = address.replace(variable, sides.apply(variable).id(pattern, variable).toString());
        }
        return address;
    }
}
