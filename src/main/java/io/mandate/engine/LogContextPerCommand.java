package io.mandate.engine;

import io.mandate.LogContext;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** What a step says that it works on ends with the command that runs it, and what a page works on goes on after it. */
class LogContextPerCommand extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try (LogContext.Scope scope = LogContext.open()) {
            return next.execute(command);
        }
    }
}
