package io.mandate.acceptance.web;

import io.mandate.acceptance.Answers;
import io.mandate.acceptance.Questions;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Stops reminders, once a person confirms it. */
@Controller
@RequestMapping("/answer/{token}/reminders")
class RemindersController {

    private final Visits visits;
    private final Questions questions;
    private final QuestionViews views;
    private final Answers answers;

    RemindersController(Visits visits, Questions questions, QuestionViews views, Answers answers) {
        this.visits = visits;
        this.questions = questions;
        this.views = views;
        this.answers = answers;
    }

    @GetMapping
    String ask(@PathVariable String token, HttpServletRequest http, Model model) {
        Visit visit = visits.of(token, http);
        model.addAttribute("question", views.of(
                questions.question(visit.request(), visit.language()), visit.typed(), visit.language()));
        model.addAttribute("stopped", visit.request().remindersStopped());
        return "answer/reminders";
    }

    @PostMapping
    String stop(@PathVariable String token) {
        answers.stopReminders(token);
        return "redirect:/answer/{token}/reminders";
    }
}
