package io.mandate.web;

import io.mandate.MandateProperties;
import io.mandate.identity.Role;
import io.mandate.identity.SignInHints;
import io.mandate.identity.SignInMethod;
import io.mandate.identity.SignedIn;
import io.mandate.relationship.NotFoundException;
import io.mandate.relationship.RelationshipStatus;
import io.mandate.relationship.RequestStatus;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The pages of this package and two samples that show every part of the look, without engine and database; not scanned with the product. */
@ImportAutoConfiguration({
    ServletWebServerFactoryAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    MessageSourceAutoConfiguration.class,
    ValidationAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
})
@Import({
    WebConfiguration.class, ErrorPages.class, RecordErrors.class, ApiProblems.class, StartController.class, Times.class,
    SamplePages.SampleController.class, SamplePages.SampleApi.class
})
class SamplePages {

    static final String PARTNER = "partner";
    static final String OWNER = "owner";

    @Bean
    SecurityFilterChain open(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .httpBasic(Customizer.withDefaults())
                .build();
    }

    @Bean
    UserDetailsService people() {
        return new InMemoryUserDetailsManager(
                User.withUsername(PARTNER).password("{noop}secret").roles(Role.PARTNER).build(),
                User.withUsername(OWNER).password("{noop}secret").roles(Role.PROCESS_OWNER.name()).build());
    }

    @Bean
    MandateProperties mandate() {
        return new MandateProperties(URI.create("http://localhost"));
    }

    @Bean
    PageFrame pageFrame() {
        return new PageFrame() {
            @Override
            public Optional<SignedIn> getSignedIn() {
                var user = Optional.ofNullable(((ServletRequestAttributes)
                                RequestContextHolder.currentRequestAttributes())
                        .getRequest()
                        .getRemoteUser());
                return user.map(name -> new SignedIn(
                        name, "Ann Example", Role.PARTNER_AGENT, Optional.of("contoso"), Optional.empty(), "en", SignInMethod.PASSWORD));
            }
        };
    }

    @Bean
    SignInHints hints() {
        return new SignInHints() {
            @Override
            public List<Hint> hints() {
                return List.of(new Hint("ann@contoso.example", "ann-secret", "Partner Contoso Cloud"));
            }

            @Override
            public List<Place> places() {
                return List.of(new Place("/inbox", "The mails that were sent"));
            }
        };
    }

    /** A form with one field of each kind. */
    record Sample(
            @NotBlank @Size(min = 2, max = 100) String organisation,
            @Email @NotBlank String address,
            String name,
            @NotBlank String cloud,
            @NotBlank String sentBy,
            @NotEmpty List<String> roles,
            @NotBlank String text,
            @AssertTrue boolean confirmed) {

        static final Sample EMPTY = new Sample("", "", "", "", "", List.of(), "", false);
    }

    @TestComponent
    @Controller
    static class SampleController {

        @GetMapping("/sample")
        String components(Model model) {
            model.addAttribute("sample", Sample.EMPTY);
            return "sample/components";
        }

        @PostMapping("/sample")
        String send(@Valid @ModelAttribute("sample") Sample sample, BindingResult errors) {
            return errors.hasErrors() ? "sample/components" : "redirect:/";
        }

        @GetMapping("/sample/plain")
        String plain() {
            return "sample/plain";
        }

        @GetMapping("/sample/missing")
        String missing() {
            throw new NotFoundException("request", 7);
        }

        @GetMapping("/sample/broken")
        String broken() {
            throw new IllegalStateException("secret detail");
        }

        @ModelAttribute
        void choices(Model model, HttpServletRequest request) {
            model.addAttribute("now", Instant.parse("2026-11-22T14:05:00Z"))
                    .addAttribute("inForce", RelationshipStatus.IN_FORCE)
                    .addAttribute("waiting", RequestStatus.WAITING)
                    .addAttribute("tones", List.of("neutral", "info", "success", "warn", "error"))
                    .addAttribute("clouds", new TreeMap<>(Map.of("global", "Global cloud", "germany", "Germany cloud")))
                    .addAttribute("senders", new TreeMap<>(Map.of("mandate", "Mandate", "partner", "I do")))
                    .addAttribute("senderDetails", Map.of("mandate", "At once, and reminders later", "partner", "With your own mail program"))
                    .addAttribute("roles", new TreeMap<>(Map.of("mail-reader", "Mail settings reader", "mail-administrator", "Mail administrator")))
                    .addAttribute("pages", PageLinks.of(request, 4, 9));
        }
    }

    @TestComponent
    @RestController
    static class SampleApi {

        @GetMapping("/access/sample")
        String sample(@RequestParam int number) {
            return "number " + number;
        }
    }
}
