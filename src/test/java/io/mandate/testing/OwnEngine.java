package io.mandate.testing;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * The web apps look the engine up by its name, for the whole process: with several test contexts alive they would find
 * the one that started last. So each test, of whatever kind, makes the engine of its own context known, if it has one. (No test may
 * close a context early: with it goes what the web apps keep for the whole process.)
 */
class OwnEngine implements TestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext context) {
        context.getApplicationContext().getBeanProvider(ProcessEngine.class).ifAvailable(ProcessEngines::registerProcessEngine);
    }
}
