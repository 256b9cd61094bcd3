package io.mandate.provisioning;

import java.util.Set;

/** The way to an administered service; narrow, so that there can be other ways than the one by webhook. */
public interface Provisioning {

    /** Whether this service of this cloud can be told and asked. */
    boolean reaches(String service, String cloud);

    /**
     * Tells the service, and returns once it confirmed that it did what it was told; safe to repeat, by the notice's id.
     *
     * @throws ServiceSilentException where it did not confirm, and may be told again
     */
    void tell(ServiceNotice notice);

    /**
     * What the partner can do there now.
     *
     * @return ids of roles, empty for nothing
     * @throws ServiceSilentException where it did not answer, and may be asked again
     */
    Set<String> roles(ServiceQuestion question);
}
