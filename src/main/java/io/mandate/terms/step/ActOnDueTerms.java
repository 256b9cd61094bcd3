package io.mandate.terms.step;

import io.mandate.terms.DueTerms;
import io.mandate.terms.TermsProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("termsActOnDueTerms")
class ActOnDueTerms implements JavaDelegate {

    private final DueTerms terms;

    ActOnDueTerms(DueTerms terms) {
        this.terms = terms;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(TermsProcess.MORE_DUE, terms.act());
    }
}
