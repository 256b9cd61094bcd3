package io.mandate.acceptance;

/** A link that Mandate never made, or a damaged one. */
public class ForgedLinkException extends RuntimeException {

    ForgedLinkException() {
        super("The link is not genuine");
    }
}
