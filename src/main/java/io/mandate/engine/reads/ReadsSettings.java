package io.mandate.engine.reads;

import io.mandate.engine.EngineSessions;
import io.mandate.relationship.RecentReads;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.PersistenceSession;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Has the engine read as the classes of this package do. */
@Component
class ReadsSettings extends AbstractProcessEnginePlugin {

    private static final ClassPathResource STATEMENTS = new ClassPathResource("statements.xml", ReadsSettings.class);
    private static final List<String> ENDS = List.of(
            "updateHistoricActivityInstanceEvent", "updateHistoricTaskInstanceEvent", "updateHistoricProcessInstanceEvent");

    private final RecentReads known;

    ReadsSettings(ReadsProperties settings) {
        known = new RecentReads(settings.known());
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        EngineSessions.replace(engine, DbEntityManager.class, () -> new WatchedEntities(
                engine.getIdGenerator(), Context.getCommandContext().getSession(PersistenceSession.class), known));
        EngineSessions.replace(engine, ProcessDefinitionManager.class, () -> new ProcessDefinitions(known));
        EngineSessions.replace(engine, DecisionDefinitionManager.class, () -> new DecisionDefinitions(known));
        EngineSessions.replace(engine, JobDefinitionManager.class, () -> new JobDefinitions(known));
        EngineSessions.replace(engine, ExecutionManager.class, Executions::new);
        EngineSessions.replace(engine, TaskManager.class, Tasks::new);
        EngineSessions.replace(engine, VariableInstanceManager.class, Variables::new);
        engine.setCustomIncidentHandlers(List.of(new FailedJobIncidents()));
        engine.setHistoryEventHandler(new History());
        engine.setHistoryEventProducer(new HistoryEvents());
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        Configuration mapping = engine.getSqlSessionFactory().getConfiguration();
        try (InputStream statements = STATEMENTS.getInputStream()) {
            new XMLMapperBuilder(statements, mapping, STATEMENTS.getPath(), mapping.getSqlFragments()).parse();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        DbSqlSessionFactory sessions = engine.getDbSqlSessionFactory();
        Map<String, String> names = new HashMap<>(Optional.ofNullable(sessions.getStatementMappings()).orElse(Map.of()));
        ENDS.forEach(name -> names.put(name, name + "Ended"));
        sessions.setStatementMappings(names);
    }
}
