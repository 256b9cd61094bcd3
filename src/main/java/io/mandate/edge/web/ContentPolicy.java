package io.mandate.edge.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** The content security policy of pages: nothing but what Mandate itself serves, and no script or style in the page. */
public final class ContentPolicy {

    public static final String HEADER = "Content-Security-Policy";

    /** Pico's check marks and arrows are pictures within its style sheet. */
    private static final String PAGES = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'; form-action 'self'";

    /** The style attributes of the elements that bpmn-js 8 makes, its link to bpmn.io among them. */
    private static final List<String> STYLES_OF_DIAGRAMS = List.of(
            "position: absolute; width: 0; height: 0;",
            "visibility: hidden; position: fixed",
            "position: absolute; bottom: 15px; right: 15px; z-index: 100; color: #404040",
            "vertical-align:middle",
            "z-index: 1001;position: fixed;top: 0;left: 0;right: 0;bottom: 0",
            "width: 100%;height: 100%;background: rgba(40,40,40,0.2)",
            "position: absolute;left: 50%;top: 40%;transform: translate(-50%);width: 260px;padding: 10px;background: white;"
                    + "box-shadow: 0 1px 4px rgba(0,0,0,0.3);font-family: Helvetica, Arial, sans-serif;font-size: 14px;"
                    + "display: flex;line-height: 1.3",
            "margin: 15px 20px 15px 10px; align-self: center;color: #404040");

    /** What a page with diagrams needs besides: exactly these, by their digests; no other style attribute counts. */
    public static final String DIAGRAMS = STYLES_OF_DIAGRAMS.stream()
            .map(ContentPolicy::digest).collect(Collectors.joining(" ", "style-src-attr 'unsafe-hashes' ", ""));

    private ContentPolicy() {}

    /** Every page's, where forms may lead to these origins as well: a browser holds redirects after a form to it, too. */
    static String of(Iterable<String> formTargets) {
        return String.join(" ", PAGES, String.join(" ", formTargets)).strip();
    }

    /** Allows this answer something more: one further directive. */
    public static void allow(HttpServletResponse response, String directive) {
        response.setHeader(HEADER, response.getHeader(HEADER) == null ? directive : response.getHeader(HEADER) + "; " + directive);
    }

    private static String digest(String style) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
