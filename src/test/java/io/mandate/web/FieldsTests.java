package io.mandate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@SpringBootTest(classes = SamplePages.class)
@AutoConfigureMockMvc
class FieldsTests {

    @Autowired
    private MockMvc mvc;

    @Test
    void a_field_belongs_to_its_label_and_its_hint() throws Exception {
        assertThat(page(get("/sample")))
                .contains("<label for=\"organisation\">Organisation</label>")
                .contains("<p class=\"hint\" id=\"organisation-hint\">As the customer calls itself</p>")
                .containsPattern("<input id=\"organisation\" type=\"text\"[^>]*aria-describedby=\"organisation-hint ?\"");
    }

    @Test
    void a_field_that_may_stay_empty_says_so() throws Exception {
        assertThat(page(get("/sample")))
                .contains("<label for=\"name\">Name of the request<span class=\"optional\"> (optional)</span></label>")
                .containsPattern("<input id=\"organisation\"[^>]*required")
                .doesNotContainPattern("<input id=\"name\"[^>]*required");
    }

    @Test
    void a_right_form_shows_no_error() throws Exception {
        assertThat(page(get("/sample"))).doesNotContain("role=\"alert\"", "aria-invalid", "<p class=\"error\"");
    }

    @Test
    void an_error_stands_at_its_field_and_in_the_summary() throws Exception {
        assertThat(page(sent().param("organisation", "N").param("address", "ann@northwind.example")))
                .containsPattern("role=\"alert\"")
                .contains("href=\"#organisation\"")
                .contains("id=\"organisation-error\">Between 2 and 100 characters, please</p>")
                .containsPattern("<input id=\"organisation\"[^>]*aria-invalid=\"true\"[^>]*"
                        + "aria-describedby=\"organisation-hint organisation-error\"")
                .doesNotContain("address-error");
    }

    @Test
    void what_was_typed_comes_back_as_text_and_never_as_code() throws Exception {
        var typed = "\"><script>alert(1)</script>${7*7}__${7*7}__";

        assertThat(page(sent().param("organisation", typed).param("text", typed).param("cloud", "germany")
                        .param("sentBy", "partner").param("roles", "mail-reader")))
                .contains("value=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;${7*7}__${7*7}__\"")
                .contains("&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;${7*7}__${7*7}__</textarea>")
                .doesNotContain("<script>alert", "49__", "__49")
                .contains("<option value=\"germany\" selected=\"selected\">")
                .containsPattern("<input type=\"radio\" value=\"partner\"[^>]*checked")
                .containsPattern("<input type=\"checkbox\" value=\"mail-reader\"[^>]*checked");
    }

    @Test
    void a_form_carries_its_protection_against_forged_requests() throws Exception {
        assertThat(page(get("/sample"))).containsPattern("<input type=\"hidden\" name=\"_csrf\"");
    }

    /** As a browser sends it: a box that is not ticked is told by its marker alone. */
    private static MockHttpServletRequestBuilder sent() {
        return post("/sample").param("_confirmed", "on").param("_roles", "on");
    }

    private String page(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(csrf())).andReturn().getResponse().getContentAsString();
    }
}
