package io.mandate.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.StringLength;

class PortalTests {

    private static final Portal PORTAL = new Portal(
            "https://a.example/admin/{customer}/home",
            "https://a.example/users?customer={customer}&view=all",
            "https://a.example/licences/{customer}");

    @Example
    void puts_the_customer_into_every_address() {
        var links = PORTAL.linksFor("northwind.example");

        assertThat(links.admin()).hasToString("https://a.example/admin/northwind.example/home");
        assertThat(links.users()).hasToString("https://a.example/users?customer=northwind.example&view=all");
        assertThat(links.licences()).hasToString("https://a.example/licences/northwind.example");
    }

    @Example
    void encodes_a_customer_who_is_known_by_a_whole_address() {
        assertThat(PORTAL.linksFor("ann+it@freemail.example").licences())
                .hasToString("https://a.example/licences/ann%2Bit%40freemail.example");
    }

    @Property
    void no_key_leaves_its_place(@ForAll @NotEmpty @CharRange(to = '\uD7FF') @StringLength(max = 60) String customer) {
        var links = PORTAL.linksFor(customer);

        assertThat(links.admin().getHost()).isEqualTo("a.example");
        assertThat(links.admin().getPath()).isEqualTo("/admin/" + customer + "/home");
        assertThat(links.admin().getRawPath().chars().filter(c -> c == '/').count()).isEqualTo(3);
        assertThat(links.admin().getRawQuery()).isNull();
        assertThat(links.users().getQuery()).isEqualTo("customer=" + customer + "&view=all");
        assertThat(links.users().getRawQuery().split("&")).hasSize(2);
        assertThat(links.licences().getRawFragment()).isNull();
    }

    @Property
    void only_characters_that_mean_nothing_in_an_address_stay_as_they_are(@ForAll @NotEmpty String customer) {
        var raw = URI.create(PORTAL.linksFor(customer).licences().toString()).getRawPath();

        assertThat(raw.substring("/licences/".length())).matches("([A-Za-z0-9._~-]|%[0-9A-F]{2})+");
    }
}
