package io.mandate.demo;

import io.mandate.MandateProperties;
import io.mandate.catalog.Catalog;
import io.mandate.catalog.Service;
import io.mandate.identity.PublicPaths;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.context.support.AbstractResourceBasedMessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Puts the demo's mail service on Mandate's own port, and its endpoint into the catalog. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoServiceConfiguration {

    private static final String CLOUD = "global";
    static final String PAGE = "/demo-service";
    static final String WEBHOOK = "/demo-service/webhook";

    DemoServiceConfiguration(AbstractResourceBasedMessageSource messages) {
        messages.addBasenames("messages/demo-service");
    }

    @Bean
    @Primary
    Catalog catalogWithEndpoint(@Qualifier("catalog") Catalog packaged, MandateProperties mandate) {
        Map<String, URI> endpoints = Map.of(CLOUD, URI.create(mandate.url(WEBHOOK)));
        return new Catalog(packaged.clouds(), packaged.services().stream()
                .map(one -> one.id().equals(DemoService.ID)
                        ? new Service(one.id(), one.name(), one.description(), one.roles(), one.portals(), endpoints)
                        : one)
                .toList());
    }

    @Bean
    PublicPaths demoServiceIsPublic() {
        return () -> List.of(PAGE, PAGE + "/*");
    }

    /** Messages prove by their signature where they come from. */
    @Bean
    @Order(0)
    SecurityFilterChain webhookOfDemoService(HttpSecurity http) throws Exception {
        return http.securityMatcher(WEBHOOK)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }
}
