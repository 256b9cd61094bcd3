package io.mandate.acceptance.web;

import io.mandate.acceptance.Proving;
import io.mandate.identity.provider.OfferedProviders;
import io.mandate.identity.provider.web.PresentCustomers;
import io.mandate.identity.provider.web.SignInReturns;
import io.mandate.relationship.Request;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The proof by the customer's own identity provider: from the page behind a link to the provider, and back to that very page. */
@Controller
@RequestMapping("/answer/{token}")
class ProviderProofController {

    private static final String BACK = "/signed-in";
    private static final String NOT_VOUCHED = "answer.notice.not-vouched";

    private final Visits visits;
    private final AnswerPage page;
    private final Proving proving;
    private final OfferedProviders providers;
    private final PresentCustomers people;

    ProviderProofController(
            Visits visits, AnswerPage page, Proving proving, OfferedProviders providers, PresentCustomers people) {
        this.visits = visits;
        this.page = page;
        this.proving = proving;
        this.providers = providers;
        this.people = people;
    }

    /** The link itself stays in the session: neither the provider nor any address that leaves here gets it. */
    @GetMapping("/sign-in/{provider}")
    String begin(@PathVariable String token, @PathVariable String provider, HttpServletRequest http) {
        Visit visit = visits.of(token, http);
        boolean offered = providers.of(proving.customer(visit.request())).stream().anyMatch(one -> one.id().equals(provider));
        return offered ? "redirect:" + SignInReturns.begin(http, provider, "/answer/" + token + BACK) : ProofController.OPEN;
    }

    /** Where the way back from the provider ends; opened by anybody else it is the page itself. */
    @GetMapping(BACK)
    String signedIn(@PathVariable String token, HttpServletRequest http, HttpServletResponse response, Model model) {
        return vouched(token, http, response, Map.of()).map(visit -> ProofController.OPEN + "#decide")
                .orElseGet(() -> notVouched(visits.of(token, http), response, model));
    }

    /** Signed in in another window, while this one keeps an answer that was typed before. */
    @PostMapping(BACK)
    String signedInElsewhere(@PathVariable String token, @RequestParam Map<String, String> submitted, HttpServletRequest http,
            HttpServletResponse response, Model model) {
        return vouched(token, http, response, submitted).map(visit -> page.show(visit.withoutProof(), model))
                .orElseGet(() -> notVouched(visits.of(token, http, submitted), response, model));
    }

    /** The visit, now proven; its browser gets a new secret, since opening the address is enough to come here. */
    private Optional<Visit> vouched(String token, HttpServletRequest http, HttpServletResponse response, Map<String, String> submitted) {
        Request request = visits.of(token, http).request();
        return people.of(http).filter(person -> proving.belongs(request, person)).map(person -> {
            Visit visit = visits.withNewSecret(token, http, response, submitted);
            proving.vouched(request, visit.browser(), person);
            return visit;
        });
    }

    private String notVouched(Visit visit, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        model.addAttribute("notice", NOT_VOUCHED);
        return page.show(visit, model);
    }
}
