package io.mandate.bounce;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets {@link BounceReader} be called now and then. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class BounceConfiguration {}
