package io.mandate.faults;

/** No answer came, or one that says that something is wrong on the other side. */
class UnansweredException extends Exception {

    UnansweredException(String why) {
        super(why);
    }
}
