package io.mandate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.MDC;

/** What the lines of the log are about, for those that read them by machine: ids, never persons. */
public final class LogContext {

    /** Names in the log; the engine fills in three of them by itself, see {@code io.mandate.engine.EngineSettings}. */
    public static final String RELATIONSHIP = "relationship";
    public static final String REQUEST = "request";
    /** Not "process", which the Elastic Common Schema has for the operating system's. */
    public static final String DIAGRAM = "diagram";
    public static final String ACTIVITY = "activity";

    private static final List<String> ALL = List.of(RELATIONSHIP, REQUEST, DIAGRAM, ACTIVITY);

    private LogContext() {}

    /** Ends with the context as it was at its beginning. */
    public static final class Scope implements AutoCloseable {

        private final Map<String, String> before = new HashMap<>();

        private Scope() {
            ALL.forEach(name -> before.put(name, MDC.get(name)));
        }

        @Override
        public void close() {
            before.forEach((name, value) -> {
                if (value == null) {
                    MDC.remove(name);
                } else {
                    MDC.put(name, value);
                }
            });
        }
    }

    /** Begins work after which this thread's lines are again about what they are about now. */
    public static Scope open() {
        return new Scope();
    }

    /** From now on this thread works on this relationship. */
    public static void relationship(UUID id) {
        MDC.put(RELATIONSHIP, id.toString());
    }

    /** From now on this thread works on this request. */
    public static void request(UUID id) {
        MDC.put(REQUEST, id.toString());
    }

    /** From now on this thread works on this step of a diagram. */
    public static void activity(String diagram, String activity) {
        MDC.put(DIAGRAM, diagram);
        MDC.put(ACTIVITY, activity);
    }

    /** This thread works on nothing in particular. */
    public static void clear() {
        ALL.forEach(MDC::remove);
    }
}
