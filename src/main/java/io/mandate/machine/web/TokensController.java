package io.mandate.machine.web;

import io.mandate.catalog.Catalog;
import io.mandate.identity.SignedIn;
import io.mandate.machine.AccessToken.Status;
import io.mandate.machine.AccessToken;
import io.mandate.machine.AccessTokens;
import io.mandate.machine.Scope;
import io.mandate.web.PageLinks;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists access tokens, which auditors read, too, and revokes them. */
@Controller
@RequestMapping("/tokens")
class TokensController {

    private static final String REVOKE = "/{id:[0-9a-f-]{36}}/revoke";

    private final AccessTokens tokens;
    private final Catalog catalog;
    private final Clock clock;

    TokensController(AccessTokens tokens, Catalog catalog, Clock clock) {
        this.tokens = tokens;
        this.catalog = catalog;
        this.clock = clock;
    }

    /**
     * A token as the page shows it.
     *
     * @param services in words, of which there may be some that the catalog no longer has
     * @param soon whether it expires within the time of the notice
     */
    record Row(AccessToken token, List<String> services, List<Scope> scopes, Status status, boolean soon) {}

    @GetMapping
    String list(@RequestParam(defaultValue = "") String page, Locale locale, HttpServletRequest request, Model model) {
        int number = PageLinks.number(page);
        List<AccessToken> found = tokens.page(number);
        boolean followed = found.size() > AccessTokens.PAGE;
        model.addAttribute("rows", found.stream().limit(AccessTokens.PAGE).map(one -> row(one, locale)).toList());
        model.addAttribute("pages", PageLinks.of(request, number, followed ? number + 1 : number, followed));
        return "tokens/list";
    }

    @GetMapping(REVOKE)
    String ask(@PathVariable UUID id, Locale locale, Model model) {
        model.addAttribute("row", row(tokens.get(id), locale));
        return "tokens/revoke";
    }

    /** Whether it was revoked now or before makes no difference to who wants it so. */
    @PostMapping(REVOKE)
    String revoke(@PathVariable UUID id, RedirectAttributes next) {
        AccessToken token = tokens.get(id);
        tokens.revoke(id, SignedIn.current().username());
        next.addFlashAttribute("revoked", token.name());
        return "redirect:/tokens";
    }

    private Row row(AccessToken token, Locale locale) {
        Status status = token.status(clock.instant());
        boolean soon = status == Status.LIVE && !token.expiresAt().minus(AccessTokens.NOTICE).isAfter(clock.instant());
        return new Row(token, token.services().stream().map(one -> catalog.serviceName(one, locale)).toList(),
                token.scopes().stream().sorted().toList(), status, soon);
    }
}
