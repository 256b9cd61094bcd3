package io.mandate.servicerequest.step;

import io.mandate.engine.ProcessVariables;
import io.mandate.servicerequest.News;
import io.mandate.servicerequest.ServiceRequestProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("servicerequestPassNewsOn")
class PassNewsOn implements JavaDelegate {

    private final News news;

    PassNewsOn(News news) {
        this.news = news;
    }

    @Override
    public void execute(DelegateExecution execution) {
        news.passOn(ProcessVariables.id(execution, ServiceRequestProcess.SERVICE_REQUEST));
    }
}
