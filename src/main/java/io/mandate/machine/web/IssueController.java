package io.mandate.machine.web;

import io.mandate.catalog.Catalog;
import io.mandate.catalog.Service;
import io.mandate.edge.web.GuardedCookies;
import io.mandate.identity.SignedIn;
import io.mandate.machine.AccessToken;
import io.mandate.machine.AccessTokens;
import io.mandate.machine.NewToken;
import io.mandate.machine.Scope;
import io.mandate.machine.TokenIssue;
import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.InvalidInputException;
import io.mandate.web.FilledForm;
import io.mandate.web.Typed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Issues access tokens, and shows each once. */
@Controller
@RequestMapping("/tokens")
class IssueController {

    private static final String FORM = "token";
    private static final String KEY = "issued-";

    private final TokenIssue issue;
    private final AccessTokens tokens;
    private final Catalog catalog;
    private final MessageSource messages;

    IssueController(TokenIssue issue, AccessTokens tokens, Catalog catalog, MessageSource messages) {
        this.issue = issue;
        this.tokens = tokens;
        this.catalog = catalog;
        this.messages = messages;
    }

    @GetMapping("/new")
    String form(Locale locale, Model model) {
        return show(Map.of("days", String.valueOf(NewToken.USUAL_DAYS)), List.of(), List.of(), UUID.randomUUID(), List.of(), locale, model);
    }

    /** The form brings back the key that the page gave it, from which the token's id and text are made: sent twice, it issues one. */
    @PostMapping
    String issue(@RequestParam MultiValueMap<String, String> form, Locale locale, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        Typed typed = new Typed(form.toSingleValueMap());
        List<String> services = form.getOrDefault("services", List.of()).stream().distinct().toList();
        List<String> scopes = form.getOrDefault("scopes", List.of());
        UUID key = key(typed.raw("key"));
        NewToken wish = new NewToken(typed.line("name"), services, Scope.among(scopes), typed.number("days"));
        try {
            UUID id = issue.issue(key, wish, SignedIn.current().username());
            GuardedCookies.set(request, response, KEY + id, key.toString(), TokenIssue.PATIENCE);
            return "redirect:/tokens/" + id + "/issued";
        } catch (InvalidInputException refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(typed.values(), services, scopes, key, refused.problems(), locale, model);
        }
    }

    /**
     * To who issued it with the token itself, the first time; after that, by going back for example, only that it was shown. The
     * browser brings the key of the form, and is then told to forget it.
     */
    @GetMapping("/{id:[0-9a-f-]{36}}/issued")
    String issued(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response, Model model) {
        AccessToken issued = tokens.get(id);
        Optional<String> text = Optional.of(issued).filter(one -> one.issuedBy().equals(SignedIn.current().username()))
                .flatMap(own -> GuardedCookies.read(request, KEY + id).flatMap(key -> issue.text(key(key), own)));
        text.ifPresent(shown -> GuardedCookies.set(request, response, KEY + id, "", Duration.ZERO));
        model.addAttribute("issued", issued);
        model.addAttribute("text", text.orElse(""));
        // No switch of languages, which would load the page again.
        model.addAttribute("once", true);
        if (text.isEmpty()) {
            response.setStatus(HttpStatus.GONE.value());
        }
        return "tokens/issued";
    }

    private String show(Map<String, String> typed, List<String> services, List<String> scopes, UUID key,
            List<FieldProblem> problems, Locale locale, Model model) {
        Map<String, Object> fields = new HashMap<>();
        List.of("name", "days").forEach(field -> fields.put(field, typed.getOrDefault(field, "")));
        fields.put("services", services);
        fields.put("scopes", scopes);
        FilledForm.show(FORM, fields, problems, model);
        model.addAttribute("key", key);
        model.addAttribute("services", inOrder(catalog.services(), Service::id, one -> one.name().in(locale)));
        model.addAttribute("scopes", scopes(one -> messages.getMessage("tokens.scope." + one, null, locale)));
        model.addAttribute("scopeDetails", scopes(Scope::word));
        return "tokens/new";
    }

    private static Map<String, String> scopes(Function<Scope, String> words) {
        return inOrder(Arrays.asList(Scope.values()), Scope::word, words);
    }

    private static <T> Map<String, String> inOrder(List<T> all, Function<T, String> key, Function<T, String> words) {
        return all.stream().collect(Collectors.toMap(key, words, (one, other) -> one, LinkedHashMap::new));
    }

    private static UUID key(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException none) {
            return UUID.randomUUID();
        }
    }
}
