package io.mandate.catalog;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Where the catalog and the agreements are read from.
 *
 * @param catalog a YAML file
 * @param agreements a directory, its address ending in a slash, with one file per cloud, version and language
 */
@ConfigurationProperties("mandate")
record CatalogProperties(
        @DefaultValue("classpath:catalog.yaml") Resource catalog,
        @DefaultValue("classpath:agreements/") Resource agreements) {}
