package io.mandate.engine;

import java.lang.StackWalker.Option;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.springframework.context.ApplicationContext;

/**
 * Evaluates expressions of the few forms that diagrams use, with the reach of {@link StepExpressions}; and of queries only
 * three harmless ones. The engine forbids expressions in queries that people send, but forgets the parts of a query under
 * {@code orQueries}, where any expression runs with all rights of this process (CVE-2026-109432); a stored filter may hold
 * such parts, too.
 */
class GuardedExpressions extends JuelExpressionManager {

    private static final Set<String> ALLOWED_IN_QUERIES =
            Set.of("${currentUser()}", "${currentUserGroups()}", "${now()}");
    private static final StackWalker STACK = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);

    private final ApplicationContext beans;

    GuardedExpressions(ApplicationContext beans) {
        this.beans = beans;
    }

    @Override
    public Expression createExpression(String expression) {
        if (!ALLOWED_IN_QUERIES.contains(expression)
                && AbstractQuery.class.isAssignableFrom(STACK.getCallerClass())) {
            throw new BadUserRequestException("A query may hold no expression but " + ALLOWED_IN_QUERIES);
        }
        return super.createExpression(expression);
    }

    /** Whoever asks for it: decision tables come here without the method above. */
    @Override
    public ValueExpression createValueExpression(String expression) {
        if (!ALLOWED_IN_QUERIES.contains(expression) && !io.mandate.engine.model.Expression.isAllowed(expression)) {
            throw new BadUserRequestException("No expression of this form is evaluated");
        }
        return super.createValueExpression(expression);
    }

    /** Steps come first, so that no variable takes the place of one. */
    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(new StepExpressions(beans));
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        return resolver;
    }
}
