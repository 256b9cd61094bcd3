package io.mandate.identity.web;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import io.mandate.LinkProperties;
import io.mandate.edge.web.OpenFiles;
import io.mandate.edge.web.PasswordGuard;
import io.mandate.identity.Accounts;
import io.mandate.identity.PublicPaths;
import io.mandate.identity.Role;
import io.mandate.identity.provider.web.ProviderSignIn;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** One sign-in, with a form, a mailed link or an identity provider, for the pages and the engine's web apps alike; who may open which of them. */
@Configuration(proxyBeanMethods = false)
class PageSecurity {

    static final RequestMatcher WEB_APPS_API = withDefaults().matcher("/camunda/api/**");

    private static final RequestMatcher PASSWORDS = withDefaults().matcher(HttpMethod.POST, "/sign-in");

    /** The web apps' own sign-out ends the whole session, too. */
    private static final RequestMatcher SIGN_OUT = new OrRequestMatcher(
            withDefaults().matcher(HttpMethod.POST, "/sign-out"),
            withDefaults().matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/logout"));

    /** What process owners and auditors read besides their own pages: a request, ends of terms, service requests. */
    private static final RequestMatcher[] READ_BY_OWNERS = reading(
            "/requests/{id:[0-9a-fA-F-]{36}}", "/requests/{id:[0-9a-fA-F-]{36}}/diagram", "/terms");
    private static final RequestMatcher[] DESK_READ_BY_OWNERS = reading("/support", "/support/{id}");

    /** Who has an account, and what was done about accounts. */
    private static final RequestMatcher[] READ_OF_ACCOUNTS = reading("/accounts", "/accounts/acts");

    /** What scripts ask for in order to use a passkey. */
    static final RequestMatcher FOR_SCRIPTS = new OrRequestMatcher(
            withDefaults().matcher("/sign-in/passkey/options"), withDefaults().matcher("/passkeys/{use}/options"));

    /** What is in the jar and the same for everybody. */
    static final RequestMatcher FILES = new OrRequestMatcher(matchers(
            Stream.concat(OpenFiles.PATHS.stream(), Stream.of("/camunda/lib/**", "/camunda/assets/**"))));

    /** Open to anybody, as files are. The link in a mail is its own key. */
    private static final String[] PUBLIC = {
        "/", "/sign-in", "/sign-in/link", "/sign-in/link/{token}", "/sign-in/passkey/options", "/sign-in/with/{id}", "/sign-in/with/{id}/{step:done|ended}", "/sign-in/ending", "/sign-in/ended",
        "/password", "/password/{token}",
        "/answer/**", "/.well-known/authzen-configuration", "/error",
    };

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http,
            WebAppAccess webApps,
            SignInHandlers handlers,
            LinkSignIn links,
            ProviderSignIn providers,
            Accounts accounts,
            PasswordGuard guard,
            LinkProperties secrets,
            ObjectProvider<PublicPaths> publicPaths,
            ObjectProvider<FurtherSignIn> further)
            throws Exception {
        FormTokens tokens = new FormTokens(secrets);
        providers.configure(http, handlers.signedIn());
        for (FurtherSignIn one : further) {
            one.configure(http, handlers.signedIn());
        }
        return http.authorizeHttpRequests(requests -> paths(requests, webApps, publicPaths))
                .formLogin(form -> form.loginPage("/sign-in")
                        .successHandler(handlers.signedIn())
                        .failureHandler(handlers.refused())
                        .permitAll())
                .oneTimeTokenLogin(links::configure)
                .logout(out -> out.logoutRequestMatcher(SIGN_OUT)
                        .logoutSuccessHandler(handlers.signedOut()))
                .requestCache(cache -> cache.requestCache(handlers.pagesOnly()))
                // A session from before signing in belongs to somebody else, in the web apps too.
                .sessionManagement(session -> session.sessionFixation(fixation -> fixation.newSession()))
                .addFilterBefore(new CurrentAccounts(accounts), AnonymousAuthenticationFilter.class)
                // The web apps' API has its own protection against forged requests.
                .csrf(csrf -> csrf.csrfTokenRepository(tokens)
                        .csrfTokenRequestHandler(tokens.reader())
                        .ignoringRequestMatchers(WEB_APPS_API, ProviderSignIn.ENDED))
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(handlers.challenge()).accessDeniedHandler(handlers.denied()))
                .headers(SecurityHeaders::write)
                .addFilterBefore(guard.before(PASSWORDS), UsernamePasswordAuthenticationFilter.class)
                .build();
    }

    private static void paths(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            WebAppAccess webApps,
            ObjectProvider<PublicPaths> publicPaths) {
        Stream<String> contributed = publicPaths.stream().flatMap(paths -> paths.publicPaths().stream());
        Stream<String> open = Stream.concat(Stream.of(PUBLIC), OpenFiles.PATHS.stream());
        requests.requestMatchers(matchers(Stream.concat(open, contributed)))
                .permitAll()
                .requestMatchers(matchers(Stream.of("/camunda", "/camunda/**")))
                .access(webApps)
                .requestMatchers(matchers(Stream.of("/overview/**")))
                .hasAnyRole(Role.PROCESS_OWNER.name(), Role.AUDITOR.name())
                .requestMatchers(matchers(Stream.of("/account", "/account/**")))
                .authenticated()
                .requestMatchers(matchers(Stream.of("/people/**")))
                .hasRole(Role.PARTNER_ADMINISTRATOR.name())
                .requestMatchers(READ_OF_ACCOUNTS)
                .hasAnyRole(Role.PROCESS_OWNER.name(), Role.AUDITOR.name())
                .requestMatchers(matchers(Stream.of("/accounts/**", "/partners/**")))
                .hasRole(Role.PROCESS_OWNER.name())
                .requestMatchers(DESK_READ_BY_OWNERS)
                .hasAnyRole(Role.SUPPORT.name(), Role.PROCESS_OWNER.name(), Role.AUDITOR.name())
                .requestMatchers(withDefaults().matcher(HttpMethod.GET, "/tokens"))
                .hasAnyRole(Role.PROCESS_OWNER.name(), Role.AUDITOR.name())
                .requestMatchers(matchers(Stream.of("/tokens/**")))
                .hasRole(Role.PROCESS_OWNER.name())
                .requestMatchers(matchers(Stream.of("/support/**")))
                .hasRole(Role.SUPPORT.name())
                .requestMatchers(READ_BY_OWNERS)
                .hasAnyRole(Role.PARTNER, Role.PROCESS_OWNER.name(), Role.AUDITOR.name())
                .requestMatchers(matchers(Stream.of("/customers/**", "/requests/**", "/terms")))
                .hasRole(Role.PARTNER)
                .requestMatchers(matchers(Stream.of("/passkeys/**")))
                .authenticated()
                .requestMatchers(matchers(Stream.of("/organisation/**")))
                .hasRole(Role.CUSTOMER.name())
                .anyRequest()
                .access((who, request) -> {
                    throw new UnknownPageException();
                });
    }

    private static RequestMatcher[] reading(String... patterns) {
        return Stream.of(patterns).map(pattern -> withDefaults().matcher(HttpMethod.GET, pattern)).toArray(RequestMatcher[]::new);
    }

    private static RequestMatcher[] matchers(Stream<String> patterns) {
        return patterns.map(pattern -> withDefaults().matcher(pattern)).toArray(RequestMatcher[]::new);
    }
}
