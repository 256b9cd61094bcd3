package io.mandate.revocation;

import io.mandate.relationship.Revocation;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;

/** Starts the process {@code revocation}. */
@Component
public class RevocationProcess {

    public static final String KEY = "revocation";

    public static final String TASK_CLEAR_WHAT_IS_LEFT = "Task_ClearWhatIsLeft";

    /** Text: id of the revocation. */
    public static final String REVOCATION = "revocation";
    /** True or false: whether any of the services concerned can be told and asked. */
    public static final String TELLABLE = "tellable";
    /** True or false: whether a service still gave the partner anything when it was asked last. */
    public static final String SOMETHING_LEFT = "somethingLeft";

    private final RuntimeService runtime;
    private final HistoryService history;
    private final Clearing clearing;

    RevocationProcess(RuntimeService runtime, HistoryService history, Clearing clearing) {
        this.runtime = runtime;
        this.history = history;
        this.clearing = clearing;
    }

    /** The running instances of these relationships, by relationship: of several, any; in one query. */
    public Map<UUID, String> instances(List<UUID> relationships) {
        return relationships.isEmpty() ? Map.of() : history.createHistoricProcessInstanceQuery().processDefinitionKey(KEY)
                .processInstanceBusinessKeyIn(relationships.stream().map(UUID::toString).distinct().toArray(String[]::new))
                .unfinished().list().stream()
                .collect(Collectors.toMap(one -> UUID.fromString(one.getBusinessKey()), HistoricProcessInstance::getId,
                        (one, other) -> one));
    }

    /** Permissions have stopped counting. */
    void revoked(Revocation revocation) {
        runtime.startProcessInstanceByKey(KEY, revocation.relationshipId().toString(), Map.of(
                REVOCATION, revocation.id().toString(), TELLABLE, clearing.isTellable(revocation)));
    }
}
