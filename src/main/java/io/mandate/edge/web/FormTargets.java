package io.mandate.edge.web;

import java.util.List;

/** Other origins to which a form of ours may lead by a redirect, such as an identity provider's; every bean is asked once, at start. */
public interface FormTargets {

    /** Origins such as {@code https://id.example}. */
    List<String> origins();
}
