package io.mandate.identity.web;

import org.springframework.security.access.AccessDeniedException;

/** The address is none that anybody was admitted to: a page that nobody thought of here stays closed, and is noticed. */
class UnknownPageException extends AccessDeniedException {

    private static final long serialVersionUID = 1L;

    UnknownPageException() {
        super("No such page");
    }
}
