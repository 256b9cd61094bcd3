package io.mandate.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;

/**
 * The rules that a process owner changes without code; always the newest version of a table is asked. What a version answered
 * is known for a minute, since working it out takes longer than anything else that is done with it.
 * Asking is no matter of rights.
 */
@Component
public class DecisionTables {

    private static final Duration KNOWN = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final DecisionService decisions;
    private final ProcessEngineConfigurationImpl engine;
    private final Cache<Question, Map<String, Object>> answers =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KNOWN).build();

    DecisionTables(ProcessEngine engine) {
        this.decisions = engine.getDecisionService();
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    private record Question(String version, Map<String, Object> inputs) {}

    /**
     * The outputs of the one rule of the table that applies.
     *
     * @param inputs none of them null
     * @throws IllegalStateException where there is no such table, or none or several rules apply, naming the table and the inputs
     */
    public Map<String, Object> ask(String table, Map<String, Object> inputs) {
        Question question = new Question(newest(table), Map.copyOf(inputs));
        Map<String, Object> known = answers.getIfPresent(question);
        if (known != null) {
            return known;
        }
        Map<String, Object> answer = decisions.evaluateDecisionTableById(question.version(), inputs).getSingleResult();
        if (answer == null) {
            throw new IllegalStateException("Decision table " + table + " has no rule for " + inputs);
        }
        answers.put(question, answer);
        return answer;
    }

    private String newest(String table) {
        return engine.getCommandExecutorTxRequired().execute(
                command -> Optional.ofNullable(command.getDecisionDefinitionManager().findLatestDefinitionByKey(table))
                        .map(DecisionDefinition::getId)
                        .orElseThrow(() -> new IllegalStateException("There is no decision table " + table)));
    }
}
