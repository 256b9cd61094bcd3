package io.mandate.engine;

import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/** The rules that a process owner changes without code; always the newest version of a table is asked. */
@Component
public class DecisionTables {

    private final DecisionService decisions;

    DecisionTables(DecisionService decisions) {
        this.decisions = decisions;
    }

    /**
     * The outputs of the one rule of the table that applies.
     *
     * @throws IllegalStateException where none or several do, naming the table and the inputs
     */
    public Map<String, Object> ask(String table, Map<String, Object> inputs) {
        Map<String, Object> answer = decisions.evaluateDecisionTableByKey(table, inputs).getSingleResult();
        if (answer == null) {
            throw new IllegalStateException("Decision table " + table + " has no rule for " + inputs);
        }
        return answer;
    }
}
