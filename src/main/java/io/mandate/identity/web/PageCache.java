package io.mandate.identity.web;

import io.mandate.identity.provider.web.SignInReturns;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Remembers in the session which page to open after signing in: its path and nothing else of the request. */
class PageCache implements RequestCache {

    private final RequestMatcher pages;

    PageCache(RequestMatcher pages) {
        this.pages = pages;
    }

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        if (pages.matches(request)) {
            String query = request.getQueryString();
            request.getSession().setAttribute(
                    SignInReturns.KEPT, new SimpleSavedRequest(request.getRequestURI() + (query == null ? "" : "?" + query)));
        }
    }

    /** Null, as Spring Security has it, where there is none. */
    @Override
    public SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(SignInReturns.KEPT) instanceof SavedRequest kept ? kept : null;
    }

    /** Pages are only read, so that the request that comes after signing in is as good as the first one. */
    @Override
    public HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(SignInReturns.KEPT);
        }
    }
}
