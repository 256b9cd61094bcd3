package io.mandate.demo;

import io.mandate.edge.web.ContentPolicy;
import io.mandate.identity.PublicPaths;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.context.support.AbstractResourceBasedMessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.web.SecurityFilterChain;

/** Lets anybody read the demo's mails, and shows their HTML parts without trusting them. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class InboxConfiguration {

    /** No scripts, no forms, nothing from elsewhere; links may be followed. */
    private static final String HARMLESS = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self';"
            + " sandbox allow-top-navigation-by-user-activation";

    InboxConfiguration(AbstractResourceBasedMessageSource messages) {
        messages.addBasenames("messages/inbox");
    }

    @Bean
    PublicPaths inboxIsPublic() {
        return () -> List.of("/inbox", "/inbox/**");
    }

    @Bean
    @Order(0)
    SecurityFilterChain htmlPartsOfMails(HttpSecurity http) throws Exception {
        return http.securityMatcher("/inbox/*/html")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(headers -> headers.frameOptions(FrameOptionsConfig::sameOrigin)
                        .addHeaderWriter((request, response) -> response.setHeader(ContentPolicy.HEADER, HARMLESS)))
                .build();
    }
}
