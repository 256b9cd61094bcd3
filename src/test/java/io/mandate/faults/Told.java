package io.mandate.faults;

/** What somebody was told about what they did. */
enum Told {
    /** It is done. */
    ACCEPTED,
    /** It is not done. */
    REFUSED,
    /** Nothing, or that something went wrong: it may be done or not. */
    UNKNOWN,
    /** Nothing at that time, and later that it is done. */
    FOUND_DONE
}
