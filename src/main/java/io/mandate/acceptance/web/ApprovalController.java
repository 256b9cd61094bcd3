package io.mandate.acceptance.web;

import io.mandate.acceptance.Answers;
import io.mandate.acceptance.NotProvenException;
import io.mandate.acceptance.PasskeyMissingException;
import io.mandate.acceptance.Questions;
import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.HolderChangedException;
import io.mandate.relationship.InvalidInputException;
import io.mandate.web.PageLanguage;
import io.mandate.web.Persistently;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Takes yes and no, and shows what came of it to the browser that gave the answer. */
@Controller
@RequestMapping("/answer/{token}")
class ApprovalController {

    static final String DONE = "redirect:/answer/{token}/done";

    private final Visits visits;
    private final AnswerPage page;
    private final AnswerForms forms;
    private final Answers answers;
    private final Questions questions;
    private final GivenAnswerViews given;

    ApprovalController(Visits visits, AnswerPage page, AnswerForms forms, Answers answers, Questions questions,
            GivenAnswerViews given) {
        this.visits = visits;
        this.page = page;
        this.forms = forms;
        this.answers = answers;
        this.questions = questions;
        this.given = given;
    }

    @PostMapping("/approve")
    String approve(@PathVariable String token, @RequestParam Map<String, String> submitted, HttpServletRequest http,
            HttpServletResponse response, Model model) {
        Visit visit = visits.of(token, http, submitted);
        return answer(visit, AnswerForms.APPROVAL, response, model, () -> answers.approve(
                token, visit.browser(), forms.readApproval(visit.typed(), visit.language())));
    }

    @PostMapping("/decline")
    String decline(@PathVariable String token, @RequestParam Map<String, String> submitted, HttpServletRequest http,
            HttpServletResponse response, Model model) {
        Visit visit = visits.of(token, http, submitted);
        return answer(visit, AnswerForms.REFUSAL, response, model, () -> answers.decline(
                token, visit.browser(), forms.readRefusal(visit.typed(), visit.language())));
    }

    /** What was answered; only the proven browser reads it, everybody else reads that the link is dead. */
    @GetMapping("/done")
    String done(@PathVariable String token, @RequestParam Optional<String> again, HttpServletRequest http, Model model) {
        return questions.given(token, BrowserSecret.of(http))
                .map(answer -> {
                    PageLanguage.suggest(http, answer.request().language());
                    model.addAttribute("answer", given.of(answer, RequestContextUtils.getLocale(http)));
                    model.addAttribute("again", again.isPresent());
                    return "answer/done";
                })
                .orElse(ProofController.OPEN);
    }

    private String answer(Visit visit, String form, HttpServletResponse response, Model model, Runnable answer) {
        try {
            // A reminder that goes out at the same moment may be in the way.
            Persistently.run(answer);
            return DONE;
        } catch (InvalidInputException refused) {
            return back(visit, form, refused.problems(), HttpStatus.UNPROCESSABLE_ENTITY, response, model);
        } catch (HolderChangedException moved) {
            return back(visit, form, List.of(), HttpStatus.CONFLICT, response, model);
        } catch (NotProvenException unproven) {
            model.addAttribute("notice", "answer.notice.unproven");
            return back(visit, form, List.of(), HttpStatus.FORBIDDEN, response, model);
        } catch (PasskeyMissingException missing) {
            model.addAttribute("notice", "answer.notice.passkey");
            return back(visit, form, List.of(), HttpStatus.FORBIDDEN, response, model);
        } catch (ConcurrencyFailureException busy) {
            model.addAttribute("notice", "answer.notice.busy");
            return back(visit, form, List.of(), HttpStatus.CONFLICT, response, model);
        }
    }

    private String back(Visit visit, String form, List<FieldProblem> problems, HttpStatus status,
            HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        return page.show(visit, form, problems, model);
    }
}
