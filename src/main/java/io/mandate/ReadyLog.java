package io.mandate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says when a node has done all that a start does. The port is open a little earlier; load balancers ask for readiness. */
@Component
class ReadyLog {

    private static final Logger LOG = LoggerFactory.getLogger(ReadyLog.class);

    @EventListener
    void ready(ApplicationReadyEvent event) {
        LOG.info("Ready for requests on port {}", event.getApplicationContext().getEnvironment().getProperty("local.server.port"));
    }
}
