package io.mandate.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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
    private static final Map<HttpStatus, String> VIEWS = Map.of(
            HttpStatus.FORBIDDEN, "error/403", HttpStatus.NOT_FOUND, "error/404", HttpStatus.CONFLICT, "error/409");

    @RequestMapping("${server.error.path:/error}")
    Object error(HttpServletRequest request) {
        var status = Optional.ofNullable((Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                .map(HttpStatus::resolve)
                .orElse(HttpStatus.NOT_FOUND);
        var path = Optional.ofNullable((String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .orElse(request.getRequestURI());
        if (wantsPage(request, path)) {
            var other = status.is4xxClientError() ? "error/4xx" : "error/500";
            return new ModelAndView(VIEWS.getOrDefault(status, other), status);
        }
        var problem = ProblemDetail.forStatus(status);
        problem.setInstance(URI.create(path));
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
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
