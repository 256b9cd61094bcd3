package io.mandate.invitation;

import io.mandate.acceptance.Answer;
import io.mandate.engine.EngineCommands;
import io.mandate.engine.Positions;
import io.mandate.engine.Positions.Position;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.SentBy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.springframework.stereotype.Component;

/** Starts the process {@code invitation} and tells it what the partner did. */
@Component
public class InvitationProcess {

    public static final String KEY = "invitation";

    public static final String TASK_REVIEW_INVITATION = "Task_ReviewInvitation";
    public static final String TASK_CORRECT_ADDRESS = "Task_CorrectAddress";

    public static final String END_EVENT_RELATIONSHIP_IN_FORCE = "EndEvent_RelationshipInForce";
    public static final String END_EVENT_INVITATION_DECLINED = "EndEvent_InvitationDeclined";
    public static final String END_EVENT_INVITATION_EXPIRED = "EndEvent_InvitationExpired";
    public static final String END_EVENT_INVITATION_WITHDRAWN = "EndEvent_InvitationWithdrawn";

    public static final String MESSAGE_REQUEST_WITHDRAWN = "RequestWithdrawn";
    public static final String ERROR_ADDRESS_REFUSED = "AddressRefused";
    public static final String ERROR_ADDRESS_NOT_CORRECTED = "AddressNotCorrected";

    /** Text: id of the request. */
    public static final String REQUEST = "request";
    /** Text: id of a {@link SentBy}. */
    public static final String SENT_BY = "sentBy";
    /** Text: id of an {@link Answer}. */
    public static final String ANSWER = "answer";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final HistoryService history;
    private final Positions positions;

    InvitationProcess(RuntimeService runtime, TaskService tasks, HistoryService history, Positions positions) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.history = history;
        this.positions = positions;
    }

    /** A partner opened a request on a page. */
    void requested(Request request) {
        runtime.startProcessInstanceByKey(KEY, businessKey(request), Map.of(REQUEST, request.id().toString()));
    }

    /** The draft was reviewed and is sent by whom it says. */
    void reviewed(Request request) {
        complete(request, TASK_REVIEW_INVITATION, Map.of(SENT_BY, request.sentBy().orElseThrow().id()));
    }

    /** The refused address was corrected. */
    void addressCorrected(Request request) {
        complete(request, TASK_CORRECT_ADDRESS, Map.of());
    }

    /** Another one sends from now on than did before. */
    void sentBy(Request request, SentBy by) {
        instance(request).ifPresent(instance -> runtime.setVariable(instance, SENT_BY, by.id()));
    }

    /** The partner took the request back, wherever it stands. */
    void withdrawn(Request request) {
        EngineCommands.run(() -> runtime.createMessageCorrelation(MESSAGE_REQUEST_WITHDRAWN)
                .processInstanceBusinessKey(businessKey(request))
                .processInstanceVariableEquals(REQUEST, request.id().toString())
                .setVariable(ANSWER, Answer.WITHDRAWN.id())
                .correlate());
    }

    /** A request that may be running, and its relationship. */
    public record Running(UUID relationship, UUID request) {}

    /** The running instances of these requests, by request; two queries however many there are. */
    public Map<UUID, String> instances(List<Running> requests) {
        if (requests.isEmpty()) {
            return Map.of();
        }
        String[] keys = requests.stream().map(one -> one.relationship().toString()).distinct().toArray(String[]::new);
        String[] instances = history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(KEY).processInstanceBusinessKeyIn(keys).unfinished().list().stream()
                .map(HistoricProcessInstance::getId).toArray(String[]::new);
        return instances.length == 0 ? Map.of() : runtime.createVariableInstanceQuery()
                .processInstanceIdIn(instances).variableName(REQUEST).list().stream()
                .collect(Collectors.toMap(
                        variable -> UUID.fromString((String) variable.getValue()),
                        VariableInstance::getProcessInstanceId, (one, same) -> one));
    }

    /** The running instance of a request, or empty where it has ended. */
    public Optional<String> instance(Request request) {
        return Optional.ofNullable(runtime.createProcessInstanceQuery()
                        .processDefinitionKey(KEY)
                        .processInstanceBusinessKey(businessKey(request))
                        .variableValueEquals(REQUEST, request.id().toString())
                        .singleResult())
                .map(ProcessInstance::getId);
    }

    /** Where a request stands in its diagrams, outermost first; one whose instance is no more stands at its end. */
    public List<Position> positions(Request request) {
        List<Position> running = instance(request).map(positions::of).orElse(List.of());
        return running.isEmpty()
                ? end(request.status()).map(end -> positions.at(KEY, end)).stream().toList()
                : running;
    }

    private static Optional<String> end(RequestStatus status) {
        return switch (status) {
            case APPROVED -> Optional.of(END_EVENT_RELATIONSHIP_IN_FORCE);
            case DECLINED -> Optional.of(END_EVENT_INVITATION_DECLINED);
            case EXPIRED -> Optional.of(END_EVENT_INVITATION_EXPIRED);
            case WITHDRAWN -> Optional.of(END_EVENT_INVITATION_WITHDRAWN);
            case DRAFT, SENDING, ADDRESS_REFUSED, WAITING -> Optional.empty();
        };
    }

    private void complete(Request request, String task, Map<String, Object> variables) {
        String id = tasks.createTaskQuery()
                .taskDefinitionKey(task)
                .processInstanceBusinessKey(businessKey(request))
                .processVariableValueEquals(REQUEST, request.id().toString())
                .singleResult()
                .getId();
        EngineCommands.run(() -> tasks.complete(id, variables));
    }

    private static String businessKey(Request request) {
        return request.relationshipId().toString();
    }
}
