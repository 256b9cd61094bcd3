package io.mandate.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.LogContext;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.HandlerMapping;

class LogContextOfPagesTests {

    private static final String ID = UUID.randomUUID().toString();

    private final LogContextOfPages pages = new LogContextOfPages();

    @AfterEach
    void clear() {
        LogContext.clear();
    }

    @ParameterizedTest
    @CsvSource({
        "/requests/{id}/share, request",
        "/requests/{id:[0-9a-fA-F-]{36}}, request",
        "/customers/{id:[0-9a-fA-F-]{36}}/end, relationship",
        "/overview/relationships/{id:[0-9a-fA-F-]{36}}, relationship",
        "/organisation/{customer:[0-9a-f-]{36}}/partners/{id:[0-9a-f-]{36}}/duty, relationship"})
    void a_page_about_one_thing_says_so_until_it_is_made(String pattern, String about) {
        MockHttpServletRequest http = page(pattern, ID);

        pages.preHandle(http, new MockHttpServletResponse(), this);
        assertThat(MDC.get(about)).isEqualTo(ID);

        pages.afterCompletion(http, new MockHttpServletResponse(), this, null);
        assertThat(MDC.get(about)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"/support/{id:[0-9a-f-]{36}}, false", "/tokens/{id}, false", "/requests/{id}, true"})
    void other_ids_and_what_is_none_are_not_taken_for_one(String pattern, boolean typed) {
        pages.preHandle(page(pattern, typed ? "<script>" : ID), new MockHttpServletResponse(), this);

        assertThat(MDC.get(LogContext.REQUEST)).isNull();
        assertThat(MDC.get(LogContext.RELATIONSHIP)).isNull();
    }

    @Test
    void what_was_left_over_from_before_is_forgotten() {
        LogContext.request(UUID.randomUUID());

        pages.preHandle(page("/customers", ""), new MockHttpServletResponse(), this);

        assertThat(MDC.get(LogContext.REQUEST)).isNull();
    }

    private static MockHttpServletRequest page(String pattern, String id) {
        MockHttpServletRequest http = new MockHttpServletRequest();
        http.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, pattern);
        http.setAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.of("id", id));
        return http;
    }
}
