package io.mandate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.Permission;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.RelationshipStatus;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Revocation;
import io.mandate.relationship.RevocationReason;
import io.mandate.relationship.Revocations;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.boot.test.context.TestComponent;

/** What must agree after permissions were lost: the record, the processes, the service itself and the mails. */
@TestComponent
public class LossRecord {

    private final Lifecycle life;
    private final Relationships relationships;
    private final Permissions permissions;
    private final Revocations revocations;
    private final RuntimeService runtime;
    private final Clock clock;

    LossRecord(Lifecycle life, Relationships relationships, Permissions permissions, Revocations revocations,
            RuntimeService runtime, Clock clock) {
        this.life = life;
        this.relationships = relationships;
        this.permissions = permissions;
        this.revocations = revocations;
        this.runtime = runtime;
        this.clock = clock;
    }

    /** The partner that holds the permission, empty for nobody. */
    public Optional<String> holder(UUID customer, String service) {
        return held(customer).stream().filter(held -> held.service().equals(service)).map(Permission::holder).findFirst();
    }

    /** Why a partner lost something, the newest first. */
    public List<RevocationReason> reasons(UUID relationship) {
        return revocations.of(relationship).stream().map(Revocation::reason).toList();
    }

    /**
     * Lets everything that has begun go on to its end, and asserts that nothing contradicts anything else.
     *
     * @param address of the customer, to whom each loss was told once
     * @param waiting how many processes still wait for a person
     */
    public void agrees(UUID customer, String address, ExampleService service, int waiting) {
        life.jobs().runDue();
        List<Relationship> all = relationships.ofCustomer(customer);
        List<Permission> held = held(customer);
        for (Relationship one : all) {
            List<Permission> own = held.stream().filter(permission -> permission.relationshipId().equals(one.id())).toList();
            if (one.status().isInForce()) {
                assertThat(one.status()).as(one.partnerId())
                        .isEqualTo(own.isEmpty() ? RelationshipStatus.WITHOUT_PERMISSION : RelationshipStatus.IN_FORCE);
            }
            assertThat(service.roles(customer.toString(), one.partnerId())).as("roles of " + one.partnerId() + " at the service")
                    .containsExactlyInAnyOrderElementsOf(own.stream().filter(permission -> permission.service().equals("mail"))
                            .flatMap(permission -> permission.roles().stream()).toList());
        }
        assertThat(all.stream().flatMap(one -> runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(one.id().toString()).rootProcessInstances().list().stream())).hasSize(waiting);
        assertThat(runtime.createIncidentQuery().count()).isZero();
        assertThat(TestMail.to(address).stream().map(TestMail::subject).filter(subject -> subject.contains(" has ended")).toList())
                .as("reports to the customer")
                .hasSize(all.stream().mapToInt(one -> revocations.of(one.id()).size()).sum());
        assertThat(TestMail.to(address).stream().map(TestMail::id).collect(Collectors.toSet()))
                .as("mails to the customer, each once").hasSameSizeAs(TestMail.to(address));
    }

    private List<Permission> held(UUID customer) {
        return permissions.heldAt(customer, clock.instant());
    }
}
