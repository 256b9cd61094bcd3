package io.mandate.engine;

import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;

/** A form as submitted in Tasklist is not accepted; the message, which the person sees, says why. */
public class FormRefusedException extends FormFieldValidationException {

    private static final long serialVersionUID = 1L;

    public FormRefusedException(String message) {
        super(null, message);
    }

    FormRefusedException(String message, RuntimeException cause) {
        super(null, message, cause);
    }
}
