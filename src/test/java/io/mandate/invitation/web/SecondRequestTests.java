package io.mandate.invitation.web;

import static io.mandate.request.web.PartnerPages.fields;
import static io.mandate.request.web.PartnerPages.value;
import static io.mandate.request.web.PartnerPages.words;
import static io.mandate.testing.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.request.web.RequestPagesTest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A second request of a partner to the same customer. */
class SecondRequestTests extends RequestPagesTest {

    @Test
    void for_the_same_service_names_and_links_the_open_one_and_keeps_what_was_typed() {
        // given
        String first = paula.requested(customer);
        Map<String, String> fields = fields(customer);
        fields.put("organisation", "Northwind Traders Ltd.");

        // when
        HttpResponse<String> answer = paula.request(fields);

        // then
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(words(answer.body())).contains("You already ask this customer for that",
                "Mail is part of an open request of yours: Request to Northwind Traders Draft opened by Paula Pérez");
        assertThat(answer.body()).contains("href=\"" + first + "\"");
        assertThat(value(answer.body(), "organisation")).isEqualTo("Northwind Traders Ltd.");
    }

    @Test
    void for_another_service_of_the_customer_is_no_second_one() {
        paula.requested(customer);
        Map<String, String> fields = fields(customer);
        fields.putAll(Map.of("mail_reader", "false", "collaboration_reader", "true"));

        assertThat(paula.request(fields).statusCode()).isEqualTo(302);
    }

    @Test
    void with_a_name_given_before_is_asked_for_another_name() {
        Map<String, String> fields = fields(customer);
        fields.put("name", "Named " + customer);
        paula.request(fields);
        fields.putAll(Map.of("mail_reader", "false", "collaboration_reader", "true"));

        assertThat(words(paula.request(fields).body())).contains("You already have a request of this name");
    }

    @Test
    void sent_by_a_double_click_leads_to_the_first_ones_draft() throws Exception {
        // given
        Map<String, String> fields = fields(customer);
        Callable<HttpResponse<String>> click = () -> paula.request(fields);
        ExecutorService fingers = Executors.newFixedThreadPool(2);

        // when
        List<Future<HttpResponse<String>>> answers = fingers.invokeAll(Collections.nCopies(2, click));
        fingers.shutdown();

        // then
        assertThat(location(answers.get(0).get())).matches("/requests/[0-9a-f-]{36}/draft")
                .isEqualTo(location(answers.get(1).get()));
    }
}
