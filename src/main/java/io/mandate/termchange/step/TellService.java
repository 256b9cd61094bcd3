package io.mandate.termchange.step;

import io.mandate.engine.ProcessVariables;
import io.mandate.termchange.NewTerms;
import io.mandate.termchange.TermChangeProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("termchangeTellService")
class TellService implements JavaDelegate {

    private final NewTerms terms;

    TellService(NewTerms terms) {
        this.terms = terms;
    }

    @Override
    public void execute(DelegateExecution execution) {
        terms.tell(ProcessVariables.id(execution, TermChangeProcess.TERM_CHANGE));
    }
}
