package io.mandate.testing;

import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

/** An administrator of a customer at the customer's own pages, with forms filled in and ready to be submitted. */
public final class OwnPages {

    private static final String DONE = "done";
    private static final String CHANGED = "changed";

    private final Visitor ada;
    private final String home;

    /** Signs the administrator in with an account of their own. */
    public OwnPages(int port, Accounts accounts, UUID customer, String address) {
        accounts.add(Account.ofCustomer(customer, address, "Ada Admin", "{noop}" + People.PASSWORD, "en"));
        this.ada = Visitor.signedIn(port, address);
        this.home = "/organisation/" + customer;
    }

    /** Removes a permission as it is now. */
    public Callable<String> removal(String service) {
        String page = home + "/services/" + service + "/remove";
        return outcome(ada.ready(page, page, Map.of("note", "")));
    }

    /** Moves a permission as it is now. */
    public Callable<String> move(String service, String partner) {
        String page = home + "/services/" + service + "/move";
        return outcome(ada.ready(page, page, Map.of("partner", partner, "days", "30", "note", "", "agreementAccepted", "true")));
    }

    /** The partner's staff give a permission up as it is now. */
    public static Callable<String> givingUp(int port, String staff, UUID relationship, String service) {
        String page = "/customers/" + relationship + "/services/" + service + "/give-up";
        return outcome(Visitor.signedIn(port, staff).ready(page, page, Map.of("note", "")));
    }

    /** "done", or "changed" where the page says so in words; anything else is a fault. */
    private static Callable<String> outcome(Callable<HttpResponse<String>> act) {
        return () -> {
            HttpResponse<String> answer = act.call();
            if (answer.statusCode() == 302) {
                return DONE;
            }
            if (answer.statusCode() == 409 && answer.body().contains("has changed since")) {
                return CHANGED;
            }
            throw new AssertionError(answer.statusCode() + ": " + answer.body());
        };
    }
}
