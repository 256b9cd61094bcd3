package io.mandate.passkey.web;

import io.mandate.identity.Role;
import io.mandate.identity.SignedIn;
import io.mandate.passkey.PasskeyOwner;
import io.mandate.passkey.PasskeyRefusedException;
import io.mandate.passkey.PasskeyRules;
import io.mandate.passkey.Passkeys;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Keeps methods that {@link NeedsPasskey} from being called without one: a page asks for it, and sends the same form again. */
@Component
@ControllerAdvice
class PasskeyConfirmation implements HandlerInterceptor, WebMvcConfigurer {

    private static final List<String> NOT_OF_THE_FORM = List.of("_csrf", PasskeyFilter.CREDENTIAL);

    private final PasskeyRules rules;
    private final Passkeys passkeys;
    private final Challenges challenges;
    private final Clock clock;

    PasskeyConfirmation(PasskeyRules rules, Passkeys passkeys, Challenges challenges, Clock clock) {
        this.rules = rules;
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.clock = clock;
    }

    /** One field of the form that waits. */
    public record Field(String name, String value) {}

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (rules.isDemanded() && handler instanceof HandlerMethod method && gives(method, request) && !isConfirmed(request)) {
            confirm(request);
        }
        return true;
    }

    private static boolean gives(HandlerMethod method, HttpServletRequest request) {
        return Optional.ofNullable(method.getMethodAnnotation(NeedsPasskey.class))
                .filter(one -> one.where().isEmpty() || !Arrays.asList(one.exceptFor()).contains(request.getParameter(one.where())))
                .isPresent();
    }

    private boolean isConfirmed(HttpServletRequest request) {
        return SignedIn.find().filter(person -> person.role() == Role.CUSTOMER).isEmpty()
                || PasskeyMoment.isRecent(request.getSession(), clock.instant());
    }

    private void confirm(HttpServletRequest request) {
        String json = request.getParameter(PasskeyFilter.CREDENTIAL);
        if (json == null || json.isEmpty()) {
            throw new PasskeyNeededException(false);
        }
        String challenge = challenges.take(request.getSession(), Challenges.Use.CONFIRM)
                .orElseThrow(() -> new PasskeyNeededException(true));
        try {
            passkeys.use(PasskeyOwner.of(SignedIn.current()), challenge, json);
        } catch (PasskeyRefusedException refused) {
            throw new PasskeyNeededException(true);
        }
        PasskeyMoment.note(request.getSession(), clock.instant());
    }

    @ExceptionHandler
    ModelAndView ask(PasskeyNeededException needed, HttpServletRequest request) {
        ModelAndView page = new ModelAndView("passkey/confirm", HttpStatus.FORBIDDEN);
        page.addObject("action", request.getRequestURI());
        page.addObject("refused", needed.isRefused());
        page.addObject("none", passkeys.of(PasskeyOwner.of(SignedIn.current())).isEmpty());
        page.addObject("carried", request.getParameterMap().entrySet().stream()
                .filter(one -> !NOT_OF_THE_FORM.contains(one.getKey()))
                .flatMap(one -> Stream.of(one.getValue()).map(value -> new Field(one.getKey(), value))).toList());
        return page;
    }
}
