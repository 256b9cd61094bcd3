package io.mandate.grant;

/** The contract of the process {@code grant}, which is called by others with the request's id. */
public final class GrantProcess {

    public static final String KEY = "grant";

    /** Text: id of the request. */
    public static final String REQUEST = "request";
    /** True or false: whether a permission was taken over from another partner. */
    public static final String TAKEN_OVER = "takenOver";
    /** True or false: whether any of the services concerned can be told and asked. */
    public static final String TELLABLE = "tellable";
    /** True or false: whether a service gave the partner less than was granted when it was asked last. */
    public static final String SOMETHING_MISSING = "somethingMissing";

    private GrantProcess() {}
}
