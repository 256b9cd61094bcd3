package io.mandate.web;

import io.mandate.Outage;
import io.mandate.edge.web.Refusal;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What is answered where a request fails: a page to people, problem details (RFC 9457) to programs. Neither tells why in detail. */
@Controller
class ErrorPages implements ErrorController {

    private static final List<String> API = List.of("/access/", "/services/", "/.well-known/");
    private static final Map<Integer, String> VIEWS = Map.of(403, "error/403", 404, "error/404", 409, "error/409", 413, "error/413",
            429, "error/429");

    @RequestMapping("${server.error.path:/error}")
    Object error(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        boolean outage = Outage.isIn((Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        var status = outage ? HttpStatus.SERVICE_UNAVAILABLE : status(request);
        if (outage) {
            response.setIntHeader(HttpHeaders.RETRY_AFTER, Outage.SECONDS);
        }
        var path = Optional.ofNullable((String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .orElse(request.getRequestURI());
        if (wantsPage(request, path)) {
            var other = status.is4xxClientError() ? "error/4xx" : "error/500";
            ModelAndView page = new ModelAndView(outage ? "error/503" : VIEWS.getOrDefault(status.value(), other), status);
            Refusal.of(request).map(refusal -> SentAgain.of(refusal, request, path))
                    .or(() -> outage ? Optional.of(SentAgain.of(request, path)) : Optional.empty())
                    .ifPresent(again -> page.addObject("again", again));
            return page;
        }
        var problem = ProblemDetail.forStatus(status);
        instance(path).ifPresent(problem::setInstance);
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }

    private static HttpStatusCode status(HttpServletRequest request) {
        return Optional.ofNullable((Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                .map(HttpStatusCode::valueOf).orElse(HttpStatus.NOT_FOUND);
    }

    /** Not everything that the web server takes for a path is one to Java. */
    private static Optional<URI> instance(String path) {
        try {
            return Optional.of(new URI(path));
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    private static boolean wantsPage(HttpServletRequest request, String path) {
        return API.stream().noneMatch(path::startsWith) && accepts(request).stream().anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
    }

    private static List<MediaType> accepts(HttpServletRequest request) {
        try {
            return MediaType.parseMediaTypes(request.getHeader(HttpHeaders.ACCEPT));
        } catch (InvalidMediaTypeException e) {
            return List.of();
        }
    }
}
