package io.mandate.acceptance.web;

import io.mandate.acceptance.NotProvenException;
import io.mandate.acceptance.PasskeyProving;
import io.mandate.passkey.PasskeyRefusedException;
import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.InvalidInputException;
import io.mandate.web.Typing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes the passkey that an approval needs beside the address, where that is demanded. */
@Controller
@RequestMapping("/answer/{token}/passkey")
class PasskeyProofController {

    private final Visits visits;
    private final AnswerPage page;
    private final PasskeyProving proving;

    PasskeyProofController(Visits visits, AnswerPage page, PasskeyProving proving) {
        this.visits = visits;
        this.page = page;
        this.proving = proving;
    }

    @PostMapping
    String prove(@PathVariable String token, @RequestParam Map<String, String> submitted, HttpServletRequest http,
            HttpServletResponse response, Model model) {
        Visit visit = visits.of(token, http, submitted);
        try {
            proving.prove(token, visit.browser(), submitted.getOrDefault("credential", ""),
                    Typing.line(visit.typed().text("passkey_name")), visit.language());
        } catch (InvalidInputException refused) {
            return back(visit, refused.problems(), HttpStatus.UNPROCESSABLE_ENTITY, response, model);
        } catch (PasskeyRefusedException refused) {
            model.addAttribute("notice", "answer.notice.passkey.refused");
            return back(visit, List.of(), HttpStatus.UNPROCESSABLE_ENTITY, response, model);
        } catch (NotProvenException unproven) {
            model.addAttribute("notice", "answer.notice.unproven");
            return back(visit, List.of(), HttpStatus.FORBIDDEN, response, model);
        }
        return visit.typed().hasAnswer() ? page.show(visit.withoutProof(), model) : ProofController.OPEN + "#decide";
    }

    private String back(Visit visit, List<FieldProblem> problems, HttpStatus status, HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        return page.show(visit, AnswerPage.PASSKEY, problems, model);
    }
}
