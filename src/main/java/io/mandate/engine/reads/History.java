package io.mandate.engine.reads;

import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;

/** The engine reads when something began to tell how long it took; the database knows that by itself, see {@code statements.xml}. */
final class History extends DbHistoryEventHandler {

    @Override
    protected void insertOrUpdate(HistoryEvent event) {
        DbEntityManager entities = getDbEntityManager();
        boolean later = event instanceof HistoricScopeInstanceEvent && !isInitialEvent(event) && event.getId() != null
                && entities.getCachedEntity(event.getClass(), event.getId()) == null;
        if (later) {
            entities.merge(event);
        } else {
            super.insertOrUpdate(event);
        }
    }
}
