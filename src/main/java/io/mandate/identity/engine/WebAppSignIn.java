package io.mandate.identity.engine;

import org.camunda.bpm.engine.AuthorizationService;
import io.mandate.MandateProperties;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who is signed in here is signed in to Tasklist, Cockpit and Admin. */
@Configuration(proxyBeanMethods = false)
class WebAppSignIn {

    /** Their cookies are secure where Mandate is reached by https, as its own are. */
    WebAppSignIn(MandateProperties mandate, CamundaBpmProperties engine) {
        engine.getWebapp().getCsrf().setEnableSecureCookie(mandate.isSecure());
        engine.getWebapp().getSessionCookie().setEnableSecureCookie(mandate.isSecure());
    }

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> webAppSignInFilter() {
        var registration = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        registration.addInitParameter(
                ProcessEngineAuthenticationFilter.AUTHENTICATION_PROVIDER_PARAM, SignedInProvider.class.getName());
        registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        return registration;
    }

    @Bean
    FilterRegistrationBean<OnlyWhatIsOffered> onlyWhatIsOfferedFilter(AuthorizationService rights) {
        var registration = new FilterRegistrationBean<>(new OnlyWhatIsOffered(rights));
        registration.addUrlPatterns("/camunda/api/engine/*");
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 2);
        return registration;
    }
}
