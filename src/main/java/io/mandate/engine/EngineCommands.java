package io.mandate.engine;

import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.springframework.dao.ConcurrencyFailureException;

/** Runs what people tell the engine, and says in the terms of the record where it was just doing something else. */
public final class EngineCommands {

    private EngineCommands() {}

    /**
     * Does something with an instance.
     *
     * @throws ConcurrencyFailureException where a job changed it at the same moment: the whole transaction may be tried again
     */
    public static void run(Runnable command) {
        try {
            command.run();
        } catch (OptimisticLockingException | ProcessEnginePersistenceException | MismatchingMessageCorrelationException busy) {
            // The second is what remains of the first where a foreign key notices before the engine does; the third is an
            // instance that waits for something else by now.
            throw new ConcurrencyFailureException("The process moved on at the same moment", busy);
        }
    }
}
