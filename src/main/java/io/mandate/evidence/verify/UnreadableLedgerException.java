package io.mandate.evidence.verify;

/** What was to be verified cannot be read, which says nothing about whether it is right. */
final class UnreadableLedgerException extends RuntimeException {

    UnreadableLedgerException(String message) {
        super(message);
    }
}
