package io.mandate.account.web;

import io.mandate.account.AccountLetters;
import io.mandate.account.PasswordLinks;
import io.mandate.account.PasswordRules;
import io.mandate.account.Passwords;
import io.mandate.identity.Account;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.InvalidInputException;
import io.mandate.web.FilledForm;
import io.mandate.web.Typing;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A person has a link mailed, and sets a password by it. */
@Controller
class PasswordController {

    private static final String FORGOTTEN = "/password/forgotten";

    private final AccountLetters letters;
    private final PasswordLinks links;
    private final Passwords passwords;

    PasswordController(AccountLetters letters, PasswordLinks links, Passwords passwords) {
        this.letters = letters;
        this.links = links;
        this.passwords = passwords;
    }

    @GetMapping(FORGOTTEN)
    String forgotten(Model model) {
        return forgotten("", List.of(), model);
    }

    /** The same answer for every address that can be one. */
    @PostMapping(FORGOTTEN)
    String ask(@RequestParam(name = "address", defaultValue = "") String typed, HttpServletResponse response, Model model,
            RedirectAttributes next) {
        Optional<EmailAddress> address = EmailAddress.parse(Typing.line(typed));
        if (address.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return forgotten(typed, List.of(new FieldProblem("address", "problem.address")), model);
        }
        letters.forgotten(address.get().value());
        next.addFlashAttribute("sentTo", address.get().value());
        return "redirect:" + FORGOTTEN;
    }

    private static String forgotten(String typed, List<FieldProblem> problems, Model model) {
        FilledForm.show("form", Map.of("address", typed), problems, model);
        return "account/forgotten";
    }

    /** What the link in the mail opens: it changes nothing until a person sends the form. */
    @GetMapping("/password/{token:[A-Za-z0-9_-]{43}}")
    String link(@PathVariable String token, HttpServletResponse response, Model model) {
        return show(token, List.of(), response, model);
    }

    @PostMapping("/password")
    String set(@RequestParam(defaultValue = "") String token, @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again, HttpServletResponse response, Model model) {
        try {
            if (passwords.set(token, new Passwords.Wish(password, again))) {
                return "redirect:/sign-in?password=set";
            }
        } catch (InvalidInputException refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(token, refused.problems(), response, model);
        }
        return dead(response);
    }

    /** What was typed does not come back: no page holds a password. */
    private String show(String token, List<FieldProblem> problems, HttpServletResponse response, Model model) {
        Optional<Account> owner = links.owner(token);
        if (owner.isEmpty()) {
            return dead(response);
        }
        FilledForm.show("form", Map.of(Passwords.NEW, "", Passwords.AGAIN, ""), problems, model);
        model.addAttribute("token", token);
        model.addAttribute("username", owner.get().username());
        model.addAttribute("shortest", PasswordRules.SHORTEST);
        return "account/password";
    }

    private static String dead(HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return "account/dead";
    }
}
