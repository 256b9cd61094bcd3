package io.mandate.faults;

/** What came of trying the next step of a case. */
enum Outcome {
    DONE,
    /** It is tried again later: somebody else has to do something first, or nobody knows what came of it. */
    NOT_YET,
    /** There is nothing more to do in this case. */
    OVER
}
