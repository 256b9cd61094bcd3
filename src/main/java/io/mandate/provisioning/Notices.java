package io.mandate.provisioning;

import io.mandate.relationship.Columns;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells services each notice until it is confirmed, and then no more. */
@Component
public class Notices {

    private final Provisioning provisioning;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate apart;

    Notices(Provisioning provisioning, JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.provisioning = provisioning;
        this.jdbc = jdbc;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The id of a notice: the same for the same occasion and service. */
    public static UUID id(String occasion, UUID of, String service) {
        return UUID.nameUUIDFromBytes((occasion + "\n" + of + "\n" + service).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Tells all of them; one service that is silent does not keep the others from being told. Takes part in the caller's
     * transaction, except that what was confirmed stays so when this throws.
     *
     * @throws ServiceSilentException the first of them, where any service did not confirm
     */
    public void tell(List<ServiceNotice> notices) {
        List<ServiceNotice> confirmed = new ArrayList<>();
        List<ServiceSilentException> silent = new ArrayList<>();
        for (ServiceNotice notice : notices) {
            if (!isConfirmed(notice.eventId())) {
                try {
                    provisioning.tell(notice);
                    confirmed.add(notice);
                } catch (ServiceSilentException failed) {
                    silent.add(failed);
                }
            }
        }
        if (silent.isEmpty()) {
            confirmed.forEach(this::confirm);
        } else {
            apart.executeWithoutResult(status -> confirmed.forEach(this::confirm));
            throw silent.get(0);
        }
    }

    /** Whether the service confirmed the notice of this id. */
    public boolean isConfirmed(UUID notice) {
        return jdbc.sql("select count(*) from service_notice where event_id = :id").param("id", notice)
                .query(Integer.class).single() > 0;
    }

    private void confirm(ServiceNotice notice) {
        jdbc.sql("insert into service_notice (event_id, service, confirmed_at) values (:id, :service, :now) on conflict do nothing")
                .param("id", notice.eventId()).param("service", notice.service())
                .param("now", Columns.at(clock.instant())).update();
    }
}
