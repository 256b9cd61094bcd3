package io.mandate.architecture.planted.properties.shipping;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** Settings that can be changed at run time. */
@ConfigurationProperties("parcels")
class ParcelProperties {}
