package io.mandate.edge.web;

import jakarta.servlet.http.HttpServletResponse;

/** The content security policy of pages: nothing but what Mandate itself serves, and no script or style in the page. */
public final class ContentPolicy {

    public static final String HEADER = "Content-Security-Policy";

    /** Pico's check marks and arrows are pictures within its style sheet. */
    private static final String PAGES = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'; form-action 'self'";

    /**
     * What bpmn-js 8 needs to draw: it makes elements with these style attributes, its link to bpmn.io among them. Each is
     * named by its digest; no other style attribute counts, and no style sheet in a page.
     */
    public static final String DIAGRAMS = "style-src-attr 'unsafe-hashes'"
            + " 'sha256-AHtqGIKHiUalONG+xeO90E9yUgWLoWuygINiCuiaBnA='"
            + " 'sha256-j2t/iYgmiK/9tDIa+YLs3dUK18D+PDjuKi+KxuYXU/w='"
            + " 'sha256-CA/eh4+2R0J7cEQ14gBMtx834RIOjzMUqCM+evtrkp4='"
            + " 'sha256-JpvvTIK7ulxf/3oA+AUuVbO9Labs8npGWGm9X9nGIWw='"
            + " 'sha256-9OIpRRx0bq4t4s2zyqbocMNwedniLDaxLB+FlLIjNgM='"
            + " 'sha256-GAdrtwahSjGXI0UQQnfyEVtPn+wfgQxvyrjyQuByfuU='"
            + " 'sha256-OiHWqvo9dpVH2ZTYJl3A+IJzE/VCEoC16CMSpFs+v0E='";

    private ContentPolicy() {}

    /** Every page's, where forms may lead to these origins as well: a browser holds redirects after a form to it, too. */
    static String of(Iterable<String> formTargets) {
        return String.join(" ", PAGES, String.join(" ", formTargets)).strip();
    }

    /** Allows this answer something more: one further directive. */
    public static void allow(HttpServletResponse response, String directive) {
        response.setHeader(HEADER, response.getHeader(HEADER) == null ? directive : response.getHeader(HEADER) + "; " + directive);
    }
}
