package io.mandate.identity;

import java.util.List;

/** Further pages that anybody may open without signing in; every bean of this type is asked once, at start. */
public interface PublicPaths {

    /** Path patterns such as {@code /inbox/**}. */
    List<String> publicPaths();
}
