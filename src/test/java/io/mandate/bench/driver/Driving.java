package io.mandate.bench.driver;

/** How a client drives an application from a request to its grant. */
public interface Driving {

    /**
     * Goes through one lifecycle, until both mails of the grant have come.
     *
     * @param client number of the client, which has a connection and a person of the partner of its own
     * @return when the customer clicked on approve, in microseconds of the wall clock
     */
    long lifecycle(int client, String address);
}
