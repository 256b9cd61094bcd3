package io.mandate.engine;

import java.lang.StackWalker.Option;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.springframework.context.ApplicationContext;

/**
 * Evaluates the expressions of diagrams, and of queries only three harmless ones. The engine forbids expressions in
 * queries that people send, but forgets the parts of a query under {@code orQueries}, where any expression runs with all
 * rights of this process (CVE-2026-109432); a stored filter may hold such parts, too.
 */
class GuardedExpressions extends SpringExpressionManager {

    private static final Set<String> ALLOWED_IN_QUERIES =
            Set.of("${currentUser()}", "${currentUserGroups()}", "${now()}");
    private static final StackWalker STACK = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);

    GuardedExpressions(ApplicationContext beans) {
        super(beans);
    }

    @Override
    public Expression createExpression(String expression) {
        if (!ALLOWED_IN_QUERIES.contains(expression)
                && AbstractQuery.class.isAssignableFrom(STACK.getCallerClass())) {
            throw new BadUserRequestException("A query may hold no expression but " + ALLOWED_IN_QUERIES);
        }
        return super.createExpression(expression);
    }
}
