package io.mandate.acceptance.web;

import io.mandate.acceptance.DeadLinkException;
import io.mandate.acceptance.ForgedLinkException;
import io.mandate.acceptance.NotProvenException;
import io.mandate.acceptance.PasskeyProving;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the answer page's script asks for before it turns to the device. */
@RestController
class PasskeyOptionsController {

    private final PasskeyProving proving;

    PasskeyOptionsController(PasskeyProving proving) {
        this.proving = proving;
    }

    @PostMapping(path = "/answer/{token}/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
    String options(@PathVariable String token, HttpServletRequest http) {
        try {
            return proving.options(token, BrowserSecret.of(http));
        } catch (NotProvenException unproven) {
            throw problem(HttpStatus.FORBIDDEN, "A code is needed first");
        } catch (DeadLinkException | ForgedLinkException dead) {
            throw problem(HttpStatus.GONE, "This link no longer works");
        }
    }

    private static ErrorResponseException problem(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
