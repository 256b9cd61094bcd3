package io.mandate.catalog;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Where the catalog and the agreements are read from.
 *
 * @param catalog the service catalog, a YAML file: clouds, services, roles, portals; {@code file:/etc/mandate/catalog.yaml} for one of your own
 * @param agreements directory of the agreements, its address ending in a slash: {@code <cloud>/<version>/<language>.md}
 */
@ConfigurationProperties("mandate")
record CatalogProperties(
        @DefaultValue("classpath:catalog.yaml") Resource catalog,
        @DefaultValue("classpath:agreements/") Resource agreements) {}
