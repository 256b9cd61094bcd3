package io.mandate.web;

import io.mandate.MandateProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    /** The name is the one under which Spring MVC looks for it. */
    @Bean
    LocaleResolver localeResolver(MandateProperties mandate) {
        return new LanguageResolver(mandate.isSecure());
    }

    /** A link with {@code ?lang=es} changes the language from there on. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var change = new LocaleChangeInterceptor();
        change.setParamName(PageFrame.LANGUAGE_PARAMETER);
        change.setHttpMethods("GET", "HEAD");
        change.setIgnoreInvalidLocale(true);
        registry.addInterceptor(change);
        registry.addInterceptor(new LogContextOfPages());
    }
}
