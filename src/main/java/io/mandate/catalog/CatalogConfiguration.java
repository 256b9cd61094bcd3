package io.mandate.catalog;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CatalogConfiguration {

    @Bean
    Catalog catalog(CatalogProperties properties) {
        return CatalogFile.read(properties.catalog());
    }

    @Bean
    Agreements agreements(Catalog catalog, CatalogProperties properties) {
        return Agreements.read(catalog.clouds(), properties.agreements());
    }
}
