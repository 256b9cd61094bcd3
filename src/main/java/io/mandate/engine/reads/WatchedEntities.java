package io.mandate.engine.reads;

import io.mandate.relationship.RecentReads;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.PersistenceSession;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperation;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/** Notices whatever the engine writes of definitions, in whichever way. */
final class WatchedEntities extends DbEntityManager {

    private static final Set<Class<? extends DbEntity>> DEFINITIONS =
            Set.of(ProcessDefinitionEntity.class, JobDefinitionEntity.class, DecisionDefinitionEntity.class);

    private final RecentReads known;

    WatchedEntities(IdGenerator ids, PersistenceSession session, RecentReads known) {
        super(ids, session);
        this.known = known;
    }

    @Override
    protected void flushDbOperations(List<DbOperation> operations, List<DbOperation> all) {
        if (operations.stream().anyMatch(operation -> DEFINITIONS.contains(operation.getEntityType()))) {
            known.change();
        }
        super.flushDbOperations(operations, all);
    }
}
