package io.mandate.request;

import io.mandate.acceptance.Answer;
import io.mandate.engine.Positions.Position;
import io.mandate.engine.Positions;
import io.mandate.engine.WaitingInstances.Matter;
import io.mandate.engine.WaitingInstances;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestKind;
import io.mandate.relationship.SentBy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.springframework.stereotype.Component;

/**
 * Tells the process that runs a request, whichever diagram that is, what the partner did, and says where it stands. All
 * these diagrams agree in the names used here.
 */
@Component
public class RequestProcess {

    public static final String TASK_CORRECT_ADDRESS = "Task_CorrectAddress";
    public static final String MESSAGE_REQUEST_WITHDRAWN = "RequestWithdrawn";
    public static final String ERROR_ADDRESS_REFUSED = "AddressRefused";
    public static final String ERROR_ADDRESS_NOT_CORRECTED = "AddressNotCorrected";

    /** Text: id of the request. */
    public static final String REQUEST = "request";
    /** Text: id of a {@link SentBy}. */
    public static final String SENT_BY = "sentBy";
    /** Yes or no: whether the mail sent last came back. */
    public static final String MAIL_CAME_BACK = "mailCameBack";
    /** Text: id of an {@link Answer}. */
    public static final String ANSWER = "answer";

    private final RuntimeService runtime;
    private final HistoryService history;
    private final WaitingInstances waiting;
    private final Positions positions;
    private final List<RequestDiagram> diagrams;

    RequestProcess(RuntimeService runtime, HistoryService history, WaitingInstances waiting, Positions positions,
            List<RequestDiagram> diagrams) {
        this.runtime = runtime;
        this.history = history;
        this.waiting = waiting;
        this.positions = positions;
        this.diagrams = diagrams;
    }

    /** What its instance is about, whichever diagram that runs on. */
    public static Matter matter(Request request) {
        return new Matter(request.relationshipId(), REQUEST, request.id());
    }

    /** The refused address was corrected. */
    void addressCorrected(Request request) {
        waiting.complete(TASK_CORRECT_ADDRESS, matter(request), Map.of(MAIL_CAME_BACK, false));
    }

    /** Another one sends from now on than did before. */
    void sentBy(Request request, SentBy by) {
        instance(request).ifPresent(instance -> runtime.setVariable(instance, SENT_BY, by.id()));
    }

    /**
     * The mail with the live link came back; {@code acceptance} is for others to tell.
     *
     * @return false where the request runs on a version of its diagram that cannot go back to its address
     */
    public boolean mailCameBack(Request request) {
        Optional<String> instance = instance(request).filter(one -> runtime.getVariable(one, MAIL_CAME_BACK) != null);
        instance.ifPresent(one -> runtime.setVariable(one, MAIL_CAME_BACK, true));
        return instance.isPresent();
    }

    /** The partner took the request back, wherever it stands. */
    void withdrawn(Request request) {
        waiting.correlate(MESSAGE_REQUEST_WITHDRAWN, matter(request), Map.of(ANSWER, Answer.WITHDRAWN.id()));
    }

    /** A request that may be running, and its relationship. */
    public record Running(UUID relationship, UUID request) {}

    /** The running instances of these requests, by request; two queries however many there are. */
    public Map<UUID, String> instances(List<Running> requests) {
        if (requests.isEmpty()) {
            return Map.of();
        }
        String[] keys = requests.stream().map(one -> one.relationship().toString()).distinct().toArray(String[]::new);
        String[] processes = diagrams.stream().map(RequestDiagram::key).toArray(String[]::new);
        String[] instances = history.createHistoricProcessInstanceQuery()
                .processDefinitionKeyIn(processes).processInstanceBusinessKeyIn(keys).rootProcessInstances().unfinished()
                .list().stream().map(HistoricProcessInstance::getId).toArray(String[]::new);
        return instances.length == 0 ? Map.of() : runtime.createVariableInstanceQuery()
                .processInstanceIdIn(instances).variableName(REQUEST).list().stream()
                .collect(Collectors.toMap(
                        variable -> UUID.fromString((String) variable.getValue()),
                        VariableInstance::getProcessInstanceId, (one, same) -> one));
    }

    /** The running instance of a request, or empty where it has ended. */
    public Optional<String> instance(Request request) {
        return Optional.ofNullable(runtime.createProcessInstanceQuery()
                        .processDefinitionKey(of(request.kind()).key())
                        .processInstanceBusinessKey(request.relationshipId().toString())
                        .variableValueEquals(REQUEST, request.id().toString())
                        .singleResult())
                .map(ProcessInstance::getId);
    }

    /** Where a request stands in its diagrams, outermost first; one whose instance is no more stands at its end. */
    public List<Position> positions(Request request) {
        RequestDiagram diagram = of(request.kind());
        List<Position> running = instance(request).map(positions::of).orElse(List.of());
        return running.isEmpty()
                ? diagram.end(request.status()).map(end -> positions.at(diagram.key(), end)).stream().toList()
                : running;
    }

    private RequestDiagram of(RequestKind kind) {
        return diagrams.stream().filter(diagram -> diagram.kinds().contains(kind)).findFirst().orElseThrow();
    }
}
