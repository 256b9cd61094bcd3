package io.mandate.acceptance.web;

import io.mandate.acceptance.PasskeyProving;
import io.mandate.acceptance.Proving.Step;
import io.mandate.acceptance.Proving;
import io.mandate.acceptance.Question;
import io.mandate.acceptance.Questions;
import io.mandate.identity.provider.OfferedProviders;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.FieldProblem;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page behind a live link, at the step that the browser has reached, with everything that was typed. */
@Component
class AnswerPage {

    static final String VIEW = "answer/question";

    private static final String ADDRESS = "codeRequest";
    private static final String CODE = "proof";
    static final String PASSKEY = "passkey";

    private final Questions questions;
    private final Proving proving;
    private final PasskeyProving passkeys;
    private final QuestionViews views;
    private final AnswerForms forms;
    private final FormErrors errors;
    private final OfferedProviders providers;

    AnswerPage(Questions questions, Proving proving, PasskeyProving passkeys, QuestionViews views, AnswerForms forms,
            FormErrors errors, OfferedProviders providers) {
        this.questions = questions;
        this.proving = proving;
        this.passkeys = passkeys;
        this.views = views;
        this.forms = forms;
        this.errors = errors;
        this.providers = providers;
    }

    /** The page as it stands. */
    String show(Visit visit, Model model) {
        return show(visit, AnswerForms.APPROVAL, List.of(), model);
    }

    /** The page with what is wrong; problems of the answer belong to the form named. */
    String show(Visit visit, String form, List<FieldProblem> problems, Model model) {
        Proving.State state = proving.state(visit.request(), visit.browser());
        if (state.step() == Step.PROVEN) {
            showAnswer(visit, form, problems, model);
        } else if (state.step() == Step.PASSKEY_NEEDED) {
            showPasskey(visit, state, form, problems, model);
        } else {
            showProof(visit, state, problems, model);
        }
        model.addAttribute("step", state.step().name());
        model.addAttribute("provider", state.provider().map(providers::label).orElse(""));
        model.addAttribute("proven", state.address().map(EmailAddress::value).orElse(""));
        return VIEW;
    }

    private void showAnswer(Visit visit, String form, List<FieldProblem> problems, Model model) {
        Question question = questions.questionWithHolders(visit.request(), visit.language());
        model.addAttribute("question", views.of(question, visit.typed(), visit.language()));
        errors.add(model, AnswerForms.APPROVAL, forms.approval(question, visit.typed()),
                form.equals(AnswerForms.APPROVAL) ? problems : List.of(), visit.language());
        errors.add(model, AnswerForms.REFUSAL, forms.refusal(visit.typed()),
                form.equals(AnswerForms.REFUSAL) ? problems : List.of(), visit.language());
        model.addAttribute("languageForm", form);
    }

    /** Who has the passkey at hand goes on to approve; declining needs none. */
    private void showPasskey(Visit visit, Proving.State state, String form, List<FieldProblem> problems, Model model) {
        Question question = questions.question(visit.request(), visit.language());
        AnswerTyped typed = visit.typed();
        model.addAttribute("question", views.of(question, AnswerTyped.NOTHING, visit.language()));
        model.addAttribute("ceremony", state.address().filter(passkeys::hasOne).isPresent() ? "get" : "create");
        errors.add(model, PASSKEY, Map.of("passkey_name", typed.text("passkey_name")),
                form.equals(PASSKEY) ? problems : List.of(), visit.language());
        errors.add(model, AnswerForms.REFUSAL, forms.refusal(typed),
                form.equals(AnswerForms.REFUSAL) ? problems : List.of(), visit.language());
        model.addAttribute("carried", typed.answer());
        model.addAttribute("languageForm", form.equals(AnswerForms.REFUSAL) ? form : PASSKEY);
    }

    private void showProof(Visit visit, Proving.State state, List<FieldProblem> problems, Model model) {
        Question question = questions.question(visit.request(), visit.language());
        AnswerTyped typed = visit.typed();
        String address = typed.has("address")
                ? typed.text("address")
                : state.address().orElse(visit.request().address()).localPart();
        errors.add(model, ADDRESS, Map.of("address", address), of("address", problems), visit.language());
        errors.add(model, CODE, Map.of("code", typed.text("code")), of("code", problems), visit.language());
        model.addAttribute("question", views.of(question, AnswerTyped.NOTHING, visit.language()));
        model.addAttribute("carried", typed.answer());
        model.addAttribute("providers", providers.of(question.relationship().customer().identity()));
        if (typed.isSubmitted()) {
            model.addAttribute("languageForm", state.step() == Step.CODE_SENT ? CODE : ADDRESS);
        }
    }

    private static List<FieldProblem> of(String field, List<FieldProblem> problems) {
        return problems.stream().filter(problem -> problem.field().equals(field)).toList();
    }
}
