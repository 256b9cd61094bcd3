package io.mandate.revocation;

/** The service used the id of one report for another; nothing was changed. */
public class OtherReportException extends RuntimeException {

    OtherReportException(String id) {
        super("Another report has the id " + id);
    }
}
