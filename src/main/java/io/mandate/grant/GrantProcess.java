package io.mandate.grant;

/** The contract of the process {@code grant}, which is called by others with the request's id. */
public final class GrantProcess {

    public static final String KEY = "grant";

    /** Text: id of the request. */
    public static final String REQUEST = "request";
    /** True or false: whether a permission was taken over from another partner. */
    public static final String TAKEN_OVER = "takenOver";

    private GrantProcess() {}
}
