package io.mandate.passkey.web;

import io.mandate.identity.SignedIn;
import io.mandate.passkey.PasskeyOwner;
import io.mandate.passkey.PasskeyRefusedException;
import io.mandate.passkey.Passkeys;
import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.InvalidInputException;
import io.mandate.web.FilledForm;
import io.mandate.web.Typing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which people see, add and remove their passkeys. */
@Controller
@RequestMapping("/passkeys")
class PasskeyController {

    private static final String HERE = "redirect:/passkeys";

    private final Passkeys passkeys;
    private final PasskeyAccess access;
    private final Challenges challenges;
    private final Clock clock;

    PasskeyController(Passkeys passkeys, PasskeyAccess access, Challenges challenges, Clock clock) {
        this.passkeys = passkeys;
        this.access = access;
        this.challenges = challenges;
        this.clock = clock;
    }

    @GetMapping
    String show(HttpSession session, Model model) {
        return page("", List.of(), session, model);
    }

    @PostMapping
    String add(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String credential, HttpSession session,
            HttpServletResponse response, Model model, RedirectAttributes next) {
        SignedIn person = SignedIn.current();
        String typed = Typing.line(name);
        if (access.of(person, session) != PasskeyAccess.Access.OPEN) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            return page(typed, List.of(), session, model);
        }
        try {
            String challenge = challenges.take(session, Challenges.Use.ADD)
                    .orElseThrow(() -> new InvalidInputException(new FieldProblem("name", "problem.passkey.refused")));
            passkeys.add(PasskeyOwner.of(person), challenge, credential, typed, Locale.forLanguageTag(person.language()));
            PasskeyMoment.note(session, clock.instant());
        } catch (InvalidInputException refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(typed, refused.problems(), session, model);
        } catch (PasskeyRefusedException refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(typed, List.of(new FieldProblem("name", "problem.passkey.refused")), session, model);
        }
        next.addFlashAttribute("added", typed);
        return HERE;
    }

    @PostMapping("/remove")
    String remove(@RequestParam(defaultValue = "") String id, HttpSession session, HttpServletResponse response, Model model,
            RedirectAttributes next) {
        SignedIn person = SignedIn.current();
        if (access.of(person, session) != PasskeyAccess.Access.OPEN) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            return page("", List.of(), session, model);
        }
        passkeys.remove(PasskeyOwner.of(person), id, Locale.forLanguageTag(person.language()))
                .ifPresentOrElse(name -> next.addFlashAttribute("removed", name), () -> next.addFlashAttribute("gone", true));
        return HERE;
    }

    /** Signs out; the page itself then asks to sign in, and is opened again after that. */
    @PostMapping("/again")
    String signInAgain(HttpServletRequest request, HttpServletResponse response) {
        new SecurityContextLogoutHandler().logout(request, response, SecurityContextHolder.getContext().getAuthentication());
        return HERE;
    }

    @GetMapping({"/remove", "/again"})
    String openForm() {
        return HERE;
    }

    private String page(String typed, List<FieldProblem> problems, HttpSession session, Model model) {
        SignedIn person = SignedIn.current();
        model.addAttribute("passkeys", passkeys.of(PasskeyOwner.of(person)));
        model.addAttribute("access", access.of(person, session).name());
        FilledForm.show("passkey", new HashMap<>(Map.of("name", typed)), problems, model);
        return "passkey/passkeys";
    }
}
