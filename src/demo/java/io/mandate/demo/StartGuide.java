package io.mandate.demo;

import io.mandate.MandateProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says, as the last thing in the log after a start, where to go and with which accounts. */
@Component
@Profile("demo")
class StartGuide {

    private static final Logger LOG = LoggerFactory.getLogger(StartGuide.class);

    private final MandateProperties mandate;
    private final ObjectProvider<Inbox> inbox;

    StartGuide(MandateProperties mandate, ObjectProvider<Inbox> inbox) {
        this.mandate = mandate;
        this.inbox = inbox;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void ready(ApplicationReadyEvent event) {
        if (inbox.getIfAvailable() == null) {
            LOG.info("A second node is ready: http://localhost:{}; mails and the mail service are at the first one, {}",
                    event.getApplicationContext().getEnvironment().getProperty("local.server.port"), mandate.url("/"));
            return;
        }
        LOG.info("""


                Mandate is ready: {}

                  Partner staff    paula@contoso.example or fiona@fabrikam.example   request a relationship, see customers
                  Distributor      dana@adatum.example                              asks on behalf of Fabrikam, its partner
                  Customer         invite nancy@northwind.example or frank@fourthcoffee.example: every mail arrives at {}
                                   (recipients called nobody@… are refused, to try "Correct address")
                  Process owner    olivia@mandate.example                           {} and {}
                  Support          sam@mandate.example                              {}   works on service requests
                  Mail service     {}   is told what was granted, fails or removes on demand
                  The password of all accounts is: demo
                """, mandate.url("/"), mandate.url("/inbox"), mandate.url("/overview"), mandate.url("/camunda/app/cockpit/"),
                mandate.url("/support"), mandate.url(DemoServiceConfiguration.PAGE));
    }
}
