package io.mandate.parcel.step;

import io.mandate.engine.model.ForEarlierVersions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** What a planted diagram had once. */
@Component("parcelWeighParcel")
@ForEarlierVersions(last = "0.9")
class WeighParcel implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {}
}
