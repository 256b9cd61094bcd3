package io.mandate.edge.web;

import java.util.List;

/** The files of Mandate's own that are the same for everybody, and that pages need to look right before anybody has signed in. */
public final class OpenFiles {

    /** Their paths, as patterns. */
    public static final List<String> PATHS = List.of("/webjars/**", "/fonts/**", "/favicon.ico", "/{file:[a-z0-9-]+\\.(?:css|js|svg|png)}");

    private OpenFiles() {}
}
