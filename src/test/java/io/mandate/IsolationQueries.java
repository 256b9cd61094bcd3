package io.mandate;

import java.util.List;
import java.util.stream.Stream;

/** What a query of tasks can hold to find out about other people's: conditions, parts combined by "or", orders. */
final class IsolationQueries {

    private static final String ALSO_ASSIGNED = ", \"includeAssignedTasks\": true";

    private IsolationQueries() {}

    /** As bodies of a query, for a task of somebody else's, its instance and what that holds, and a person there. */
    static List<String> bodies(String task, String instance, String relationship, String request, String user) {
        List<String> conditions = List.of(
                "", "\"taskId\": \"" + task + "\"", "\"nameLike\": \"%Review%\"", "\"nameNotLike\": \"%x%\"", "\"descriptionLike\": \"%\"",
                "\"candidateGroup\": \"partner-fabrikam\"" + ALSO_ASSIGNED, "\"candidateGroupLike\": \"partner-f%\"" + ALSO_ASSIGNED,
                "\"candidateGroups\": [\"partner-fabrikam\", \"partner-contoso\"]" + ALSO_ASSIGNED,
                "\"candidateUser\": \"" + user + "\"" + ALSO_ASSIGNED, "\"involvedUser\": \"" + user + "\"",
                "\"assignee\": \"" + user + "\"", "\"assigneeLike\": \"%fabrikam%\"", "\"assigneeIn\": [\"" + user + "\"]",
                "\"assigned\": true", "\"unassigned\": true", "\"owner\": \"" + user + "\"", "\"withCandidateGroups\": true",
                "\"withoutCandidateGroups\": true", "\"withoutCandidateUsers\": true", "\"processInstanceId\": \"" + instance + "\"",
                "\"processInstanceIdIn\": [\"" + instance + "\"]", "\"processDefinitionKey\": \"invitation\"",
                "\"processDefinitionKeyIn\": [\"invitation\", \"restoration\"]", "\"processDefinitionNameLike\": \"%\"",
                "\"taskDefinitionKeyLike\": \"%Review%\"", "\"createdAfter\": \"2020-01-01T00:00:00.000+0000\"", "\"active\": true",
                "\"taskVariables\": [" + variable("request", "eq", request) + "]",
                "\"processInstanceBusinessKey\": \"" + relationship + "\"", "\"processInstanceBusinessKeyLike\": \"%\"",
                "\"processInstanceBusinessKeyIn\": [\"" + relationship + "\"]", "\"caseInstanceBusinessKeyLike\": \"%\"",
                "\"processVariables\": [" + variable("request", "eq", request) + "]",
                "\"processVariables\": [" + variable("request", "like", "%") + "]",
                "\"caseInstanceVariables\": [" + variable("request", "neq", request) + "]");
        Stream<String> parts = conditions.stream().filter(one -> !one.isEmpty())
                .map(one -> "{\"orQueries\": [{" + one + ", \"nameLike\": \"%nothing%\"}]}");
        return Stream.of(conditions.stream().map(one -> "{" + one + "}"), parts, orders()).flatMap(all -> all).toList();
    }

    private static Stream<String> orders() {
        Stream<String> plain = Stream.of("id", "name", "assignee", "created", "instanceId", "executionId", "dueDate", "lastUpdated", "tenantId")
                .map(by -> "{\"sortBy\": \"" + by + "\", \"sortOrder\": \"desc\"}");
        Stream<String> byVariable = Stream.of("processVariable", "taskVariable", "executionVariable").map(by -> "{\"sortBy\": \"" + by
                + "\", \"sortOrder\": \"asc\", \"parameters\": {\"variable\": \"request\", \"type\": \"String\"}}");
        return Stream.concat(plain, byVariable).map(order -> "{\"sorting\": [" + order + "]}");
    }

    private static String variable(String name, String operator, String value) {
        return "{\"name\": \"" + name + "\", \"operator\": \"" + operator + "\", \"value\": \"" + value + "\"}";
    }

    /** As parameters of an address. */
    static List<String> parameters(String task, String instance, String relationship, String request, String user) {
        return List.of("taskId=" + task, "candidateGroup=partner-fabrikam&includeAssignedTasks=true", "assigneeLike=%25fabrikam%25",
                "processInstanceId=" + instance, "processInstanceBusinessKey=" + relationship, "processInstanceBusinessKeyLike=%25",
                "processVariables=request_eq_" + request, "processVariables=request_like_%25", "userId=" + user, "operationType=Claim",
                "processDefinitionKey=invitation", "sortBy=assignee&sortOrder=asc", "entityType=Task");
    }
}
