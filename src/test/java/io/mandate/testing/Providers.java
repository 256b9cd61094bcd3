package io.mandate.testing;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Settings with several identity providers, all of them {@link FakeProvider}: a partner's ({@code contoso}), one of both partners
 * ({@code both}), a strict one ({@code strict}), the house's ({@code house}), one of many customers ({@code customers}), and one that
 * is down ({@code down}).
 */
public class Providers implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final int CUSTOMERS = 30;
    private static final AtomicInteger USED = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Map<String, Object> values = new LinkedHashMap<>();
        provider(values, "contoso", "Contoso", Map.of("partner", "contoso", "domains", "contoso.example", "role.claim", "roles",
                "role.values.admins", "PARTNER_ADMINISTRATOR", "role.values.staff", "PARTNER_AGENT"));
        provider(values, "both", "Both Partners", Map.of("organisation.claim", "org", "organisation.partners.con", "contoso",
                "organisation.partners.fab", "fabrikam", "organisation.partners.new", "newcomer",
                "domains", "contoso.example,fabrikam.example", "role.otherwise", "PARTNER_AGENT"));
        provider(values, "strict", "Strict", Map.of("partner", "fabrikam", "domains", "fabrikam.example",
                "role.otherwise", "PARTNER_AGENT", "acr", "gold", "amr", "mfa", "authoritative", "true"));
        provider(values, "house", "The House", Map.of("house", "true", "domains", "mandate.example",
                "role.claim", "realm_access.roles", "role.values.owner", "PROCESS_OWNER", "role.values.help", "SUPPORT",
                "role.values.audit", "AUDITOR"));
        provider(values, "down", "Down", Map.of("partner", "fabrikam", "domains", "fabrikam.example",
                "role.otherwise", "PARTNER_AGENT"));
        values.put("mandate.sign-in.providers.down.issuer", "http://127.0.0.1:1/down");
        Map<String, String> customers = new LinkedHashMap<>(Map.of("organisation.claim", "org", "role.claim", "roles",
                "role.values.administrators", "CUSTOMER", "role.otherwise", "CUSTOMER"));
        for (int number = 0; number < CUSTOMERS; number++) {
            customers.put("organisation.customers.c" + number, domain(number));
        }
        provider(values, "customers", "Fourth Coffee", customers);
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("providers", values));
    }

    /** A domain of a customer whom the provider {@code customers} knows, and no other test has. */
    public static String newCustomer() {
        return domain(USED.getAndIncrement());
    }

    /** The value by which that provider names the customer. */
    public static String value(String domain) {
        return domain.substring(0, domain.indexOf('.'));
    }

    /** Begins to sign in; gives the address to which the provider's own page is asked for. */
    public static String begin(Visitor visitor, String provider) {
        HttpResponse<String> away = visitor.open("/sign-in/with/" + provider);
        return away.headers().firstValue("Location").orElseThrow(() -> new AssertionError(away.statusCode() + " " + away.body()));
    }

    /** Signs in all the way with a token that says as much, and gives the answer to coming back. */
    public static HttpResponse<String> signIn(Visitor visitor, String provider, UnaryOperator<IdToken> says) {
        String away = begin(visitor, provider);
        IdToken token = FakeProvider.started().token(away, UUID.randomUUID().toString());
        return visitor.open(FakeProvider.started().signIn(away, says.apply(token)));
    }

    private static String domain(int number) {
        return "c" + number + ".fourthcoffee.example";
    }

    private static void provider(Map<String, Object> values, String id, String label, Map<String, String> more) {
        String prefix = "mandate.sign-in.providers." + id + ".";
        values.put(prefix + "label", label);
        values.put(prefix + "issuer", FakeProvider.started().issuer(id));
        values.put(prefix + "client-id", FakeProvider.CLIENT);
        values.put(prefix + "client-secret", FakeProvider.SECRET);
        more.forEach((name, value) -> values.put(prefix + name, value));
    }
}
