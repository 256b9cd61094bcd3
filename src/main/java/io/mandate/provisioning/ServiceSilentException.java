package io.mandate.provisioning;

/** A service did not confirm or answer as its contract says; it may be told or asked again. */
public class ServiceSilentException extends RuntimeException {

    public ServiceSilentException(String service, String why) {
        super("The service " + service + " " + why + ". It is safe to try again.");
    }
}
