package io.mandate.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class QueryLinksTests {

    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @Test
    void all_other_parameters_stay_as_they_are() {
        request.setQueryString("q=a%26b&page=2&status=IN_FORCE&pages=1");

        assertThat(QueryLinks.with(request, "page", 3)).isEqualTo("?q=a%26b&status=IN_FORCE&pages=1&page=3");
    }

    @Test
    void a_page_without_parameters_gets_its_first() {
        assertThat(QueryLinks.with(request, "sort", "a b&c")).isEqualTo("?sort=a+b%26c");
    }

    @Test
    void a_long_list_shows_its_ends_and_the_neighbours_of_the_present_page() {
        var pages = PageLinks.of(request, 5, 9);

        assertThat(pages.links()).extracting(link -> link.gap() ? "…" : String.valueOf(link.number()))
                .containsExactly("1", "…", "4", "5", "6", "…", "9");
        assertThat(pages.previous()).contains("?page=4");
        assertThat(pages.next()).contains("?page=6");
    }

    @Test
    void the_first_page_has_none_before_it_and_the_last_none_after() {
        assertThat(PageLinks.of(request, 1, 2).previous()).isEqualTo(Optional.empty());
        assertThat(PageLinks.of(request, 2, 2).next()).isEqualTo(Optional.empty());
    }

    @Test
    void one_page_needs_no_links() {
        assertThat(PageLinks.of(request, 1, 1).isMany()).isFalse();
        assertThat(PageLinks.of(request, 1, 0).isMany()).isFalse();
        assertThat(PageLinks.of(request, 1, 2).isMany()).isTrue();
    }
}
