package io.mandate.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/** The engine works with one object of each kind per transaction; some of these are Mandate's own. */
public final class EngineSessions {

    private EngineSessions() {}

    /** Has the engine use another object of this kind than its own. */
    public static <T> void replace(ProcessEngineConfigurationImpl engine, Class<T> kind, Supplier<? extends T> maker) {
        List<SessionFactory> others = engine.getCustomSessionFactories();
        List<SessionFactory> all = new ArrayList<>(others == null ? List.of() : others);
        all.add(new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return kind;
            }

            @Override
            public Session openSession() {
                return (Session) maker.get();
            }
        });
        engine.setCustomSessionFactories(all);
    }
}
