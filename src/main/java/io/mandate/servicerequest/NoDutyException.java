package io.mandate.servicerequest;

/** The partner has no duty to support this customer, so it can open no service request on their behalf. */
public class NoDutyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoDutyException() {
        super("A service request is opened by a partner with the duty to support the customer");
    }
}
