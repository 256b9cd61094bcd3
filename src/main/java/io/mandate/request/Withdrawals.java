package io.mandate.request;

import io.mandate.relationship.Request;
import io.mandate.relationship.RequestRegister;
import io.mandate.relationship.Requests;
import io.mandate.relationship.TimelineEvent;
import java.time.Clock;
import java.util.Comparator;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes back what nobody can answer any more. */
@Service
@Transactional
public class Withdrawals {

    private final Clock clock;
    private final Requests requests;
    private final RequestRegister register;
    private final RequestProcess process;

    Withdrawals(Clock clock, Requests requests, RequestRegister register, RequestProcess process) {
        this.clock = clock;
        this.requests = requests;
        this.register = register;
        this.process = process;
    }

    /** The relationship ends: all its open requests are withdrawn, their links become useless. */
    public void withRelationship(UUID relationship) {
        // Always in the same order, and each as it is once it is locked: it may just have been answered.
        requests.of(relationship).stream().filter(request -> request.status().isOpen())
                .sorted(Comparator.comparing(Request::id)).forEach(request -> withdraw(request.id()));
    }

    private void withdraw(UUID id) {
        Request locked = requests.lock(id);
        if (locked.status().isOpen()) {
            process.withdrawn(register.change(locked, request -> request.withdrawn(clock.instant()),
                    TimelineEvent.WITHDRAWN_WITH_RELATIONSHIP, "", ""));
        }
    }
}
