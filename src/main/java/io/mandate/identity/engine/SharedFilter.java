package io.mandate.identity.engine;

import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.springframework.stereotype.Component;

/** The one filter of Tasklist, without which it would stay empty: everything that the person may see. */
@Component
class SharedFilter {

    private static final String NAME = "All my tasks";

    private final FilterService filters;
    private final TaskService tasks;

    SharedFilter(FilterService filters, TaskService tasks) {
        this.filters = filters;
        this.tasks = tasks;
    }

    /** Its id; it is made where it is missing, for callers that hold the lock. */
    String id() {
        return filters.createTaskFilterQuery().filterName(NAME).list().stream()
                .findFirst()
                .orElseGet(this::make)
                .getId();
    }

    private Filter make() {
        return filters.saveFilter(filters.newTaskFilter(NAME)
                .setQuery(tasks.createTaskQuery())
                .setProperties(Map.of("description", "What waits for you", "priority", 0, "refresh", true)));
    }
}
