package io.mandate.faults;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Who may administer what: by what people were told, by the record, by the decision endpoint and at the service. */
final class HolderChecks {

    private final Installation installation;
    private final List<Case> cases;
    private final Records records;
    private final ServiceSide service;

    HolderChecks(Installation installation, List<Case> cases, Records records, ServiceSide service) {
        this.installation = installation;
        this.cases = cases;
        this.records = records;
        this.service = service;
    }

    List<Check> all() {
        Check two = new Check("nobody has two holders");
        Check removed = new Check("no permission counts that was removed, and every one that was given does");
        Check same = new Check("record, decision endpoint and service agree on who may administer");
        for (Case of : cases) {
            String customer = records.texts("select id::text from customer where identity = ?", of.domain).stream().findFirst().orElse("");
            if (!customer.isEmpty()) {
                look(of, customer, two.looked(1), removed.looked(1), same.looked(1));
            }
        }
        return List.of(two, removed, same);
    }

    private void look(Case of, String customer, Check two, Check removed, Check same) {
        List<String> decided = new ArrayList<>();
        List<String> atService = new ArrayList<>();
        for (String partner : Scene.PARTNERS) {
            if (service.decides(partner, customer).orElseThrow(() -> new AssertionError("No decision about " + of.domain))) {
                decided.add(partner);
            }
            if (!installation.service.roles(customer, partner).isEmpty()) {
                atService.add(partner);
            }
        }
        List<String> recorded = records.texts(
                "select holder from permission where customer_id = ?::uuid and service = 'mail' and ends_at > ?", customer,
                Timestamp.from(installation.now()));
        if (decided.size() > 1 || atService.size() > 1) {
            two.wrong("It may be administered by " + decided + ", at the service by " + atService + known(of));
        }
        Set<String> may = of.mayHold();
        if (!may.contains(decided.isEmpty() ? Case.NOBODY : decided.get(0))) {
            removed.wrong("The decision is for " + decided + known(of));
        }
        if (!decided.equals(recorded.stream().filter(holder -> holder != null).toList()) || !decided.equals(atService)) {
            same.wrong("Decision " + decided + ", record " + recorded + ", service " + atService + known(of));
        }
    }

    private String known(Case of) {
        return "\n" + of.story() + records.everything(of.domain);
    }
}
