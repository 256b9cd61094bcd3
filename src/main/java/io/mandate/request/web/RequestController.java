package io.mandate.request.web;

import io.mandate.edge.web.ContentPolicy;
import io.mandate.engine.Positions.Position;
import io.mandate.identity.SignedIn;
import io.mandate.request.Dossier;
import io.mandate.request.Dossiers;
import io.mandate.request.RequestProcess;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;

/** The page of one request, and the diagrams on it; for staff of its partner and of its provider, and for process owners to read. */
@Controller
class RequestController {

    private final Dossiers dossiers;
    private final RequestProcess process;
    private final RequestPage page;

    RequestController(Dossiers dossiers, RequestProcess process, RequestPage page) {
        this.dossiers = dossiers;
        this.process = process;
        this.page = page;
    }

    @GetMapping("/requests/{id}")
    String request(@PathVariable UUID id, Locale locale, Model model, HttpServletResponse response) {
        ContentPolicy.allow(response, ContentPolicy.DIAGRAMS);
        return page.show(dossier(id), locale, model);
    }

    /**
     * The diagrams, outermost first, with the ids of the elements at which the request stands; not modified for a page
     * that asks again and knows all this.
     */
    @GetMapping("/requests/{id}/diagram")
    ResponseEntity<Map<String, List<Position>>> diagram(@PathVariable UUID id, WebRequest http) {
        List<Position> positions = process.positions(dossier(id).request());
        return http.checkNotModified(Integer.toHexString(positions.hashCode()))
                ? null
                : ResponseEntity.ok(Map.of("diagrams", positions));
    }

    private Dossier dossier(UUID id) {
        SignedIn signedIn = SignedIn.current();
        return signedIn.role().ofPartner() ? dossiers.readBy(id, signedIn.partner()) : dossiers.of(id);
    }
}
