package io.mandate.account.web;

import io.mandate.account.PasswordRules;
import io.mandate.account.Passwords;
import io.mandate.edge.SignInThrottle;
import io.mandate.identity.Account;
import io.mandate.identity.AccountUser;
import io.mandate.identity.Accounts;
import io.mandate.identity.SignInMethod;
import io.mandate.identity.SignedIn;
import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.InvalidInputException;
import io.mandate.relationship.Partner;
import io.mandate.relationship.Partners;
import io.mandate.web.FilledForm;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A person sees how they sign in, and changes the password of a local account. */
@Controller
@RequestMapping("/account")
class OwnAccountController {

    private final Accounts accounts;
    private final Partners partners;
    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    OwnAccountController(Accounts accounts, Partners partners, Passwords passwords, SignInThrottle throttle) {
        this.accounts = accounts;
        this.partners = partners;
        this.passwords = passwords;
        this.throttle = throttle;
    }

    @GetMapping
    String own(Model model) {
        return show(List.of(), model);
    }

    @PostMapping("/password")
    String change(@RequestParam(defaultValue = "") String current, @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again, HttpServletRequest request, HttpServletResponse response, Model model,
            RedirectAttributes next) {
        SignedIn person = SignedIn.current();
        // Counted from the beginning and by the database: many at once, on many nodes, are no more tries.
        String tries = "own " + request.getSession().getId();
        if (!throttle.begin(tries).isZero()) {
            return signedOut(request, response);
        }
        Optional<Account> changed;
        try {
            changed = account(person).flatMap(one -> passwords.change(one.username(), current, new Passwords.Wish(password, again)));
        } catch (InvalidInputException refused) {
            if (refused.problems().stream().noneMatch(one -> one.field().equals(Passwords.CURRENT))) {
                throttle.succeeded(tries);
            } else if (throttle.waits(tries)) {
                return signedOut(request, response);
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(refused.problems(), model);
        }
        throttle.succeeded(tries);
        changed.ifPresent(account -> goOn(account, person.method(), request, response));
        next.addFlashAttribute("changed", changed.isPresent());
        return "redirect:/account";
    }

    /** Whoever found an open session may not try passwords in it for long. */
    private static String signedOut(HttpServletRequest request, HttpServletResponse response) {
        new SecurityContextLogoutHandler().logout(request, response, SecurityContextHolder.getContext().getAuthentication());
        return "redirect:/sign-in?password=tries";
    }

    /** Of all the person's sessions, this one goes on, as another one. */
    private void goOn(Account account, SignInMethod method, HttpServletRequest request, HttpServletResponse response) {
        AccountUser user = new AccountUser(account, method);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
        user.eraseCredentials();
        SecurityContextHolder.setContext(context);
        elsewhere(request);
        sessions.saveContext(context, request, response);
    }

    /** Another session with all that was kept: no request that is still under way can bring the old id back. */
    private static void elsewhere(HttpServletRequest request) {
        HttpSession before = request.getSession();
        Map<String, Object> kept = new HashMap<>();
        Collections.list(before.getAttributeNames()).forEach(name -> kept.put(name, before.getAttribute(name)));
        before.invalidate();
        HttpSession now = request.getSession();
        kept.forEach(now::setAttribute);
    }

    private String show(List<FieldProblem> problems, Model model) {
        SignedIn person = SignedIn.current();
        Optional<Account> account = account(person);
        FilledForm.show("form", Map.of(Passwords.CURRENT, "", Passwords.NEW, "", Passwords.AGAIN, ""), problems, model);
        model.addAttribute("person", person);
        model.addAttribute("organisation", person.partnerId().flatMap(partners::find).map(Partner::name).orElse(""));
        model.addAttribute("withPassword", account.filter(one -> one.passwordHash().isPresent()).isPresent());
        model.addAttribute("shortest", PasswordRules.SHORTEST);
        return "account/own";
    }

    /** Whoever signed in by a link speaks for a customer, and has no account by it, whatever else has that address. */
    private Optional<Account> account(SignedIn person) {
        return person.method() == SignInMethod.LINK ? Optional.empty() : accounts.find(person.username());
    }
}
