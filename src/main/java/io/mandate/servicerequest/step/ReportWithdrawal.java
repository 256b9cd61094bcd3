package io.mandate.servicerequest.step;

import io.mandate.engine.ProcessVariables;
import io.mandate.servicerequest.News;
import io.mandate.servicerequest.ServiceRequestProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("servicerequestReportWithdrawal")
class ReportWithdrawal implements JavaDelegate {

    private final News news;

    ReportWithdrawal(News news) {
        this.news = news;
    }

    @Override
    public void execute(DelegateExecution execution) {
        news.closed(ProcessVariables.id(execution, ServiceRequestProcess.SERVICE_REQUEST));
    }
}
