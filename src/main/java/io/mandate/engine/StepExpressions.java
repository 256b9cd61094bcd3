package io.mandate.engine;

import java.beans.FeatureDescriptor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;

/**
 * What the expressions of diagrams reach beside variables: the beans of the packages called {@code step} by name, what
 * these say about an execution, and the business key. No other bean, property or method exists for them.
 */
class StepExpressions extends ELResolver {

    private static final String KEY = "processBusinessKey";

    private final ApplicationContext beans;

    StepExpressions(ApplicationContext beans) {
        this.beans = beans;
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        Object found = null;
        if (base == null && property instanceof String name && isStep(name)) {
            found = beans.getBean(name);
        } else if (base instanceof DelegateExecution execution && KEY.equals(property)) {
            context.setPropertyResolved(true);
            return execution.getProcessBusinessKey();
        }
        context.setPropertyResolved(found != null);
        return found;
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
        if (base == null || !isStep(base.getClass())) {
            throw new ProcessEngineException("An expression calls steps only");
        }
        Object value = call(base, String.valueOf(method), arguments);
        context.setPropertyResolved(true);
        return value;
    }

    private static Object call(Object step, String name, Object[] arguments) {
        Method found = Arrays.stream(ClassUtils.getUserClass(step).getMethods())
                .filter(method -> method.getName().equals(name) && method.getDeclaringClass() != Object.class)
                .filter(method -> takes(method.getParameterTypes(), arguments))
                .findFirst()
                .orElseThrow(() -> new ProcessEngineException("A step does not say " + name));
        try {
            found.setAccessible(true);
            return found.invoke(step, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new ProcessEngineException(failed.getCause());
        } catch (IllegalAccessException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }

    private static boolean takes(Class<?>[] parameters, Object[] arguments) {
        return parameters.length == arguments.length
                && (arguments.length == 0 || arguments.length == 1 && parameters[0].isInstance(arguments[0]));
    }

    private boolean isStep(String bean) {
        Class<?> type = beans.containsBean(bean) ? beans.getType(bean, false) : null;
        return type != null && isStep(type);
    }

    private static boolean isStep(Class<?> type) {
        return ClassUtils.getUserClass(type).getPackageName().matches("io\\.mandate\\.\\w+\\.step");
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return null;
    }

    /** Nothing can be set, so nothing is resolved. */
    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {}

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return Collections.emptyIterator();
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return Object.class;
    }
}
