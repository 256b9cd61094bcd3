package io.mandate.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

class MailtoLinkTests {

    private static final String TO = "ada@northwind.example";

    @Example
    void a_mail_program_reads_address_subject_and_lines() {
        MailtoLink link = MailtoLink.of("ada+it@northwind.example", "Größe & Maß?", "a=b\nc/d", "");

        assertThat(link.href())
                .isEqualTo("mailto:ada%2Bit@northwind.example?subject=Gr%C3%B6%C3%9Fe%20%26%20Ma%C3%9F%3F&body=a%3Db%0D%0Ac%2Fd");
        assertThat(link.shortened()).isFalse();
    }

    @Property
    void it_is_an_address_of_at_most_1900_characters_that_nothing_typed_breaks_out_of(
            @ForAll @StringLength(max = 700) String subject, @ForAll @StringLength(max = 1500) String body) {
        MailtoLink link = MailtoLink.of(TO, subject, body, "brief");

        assertThat(link.href())
                .hasSizeLessThanOrEqualTo(1_900)
                .matches("mailto:ada@northwind\\.example\\?subject=[A-Za-z0-9%._~-]*&body=[A-Za-z0-9%._~-]*");
        assertThat(URI.create(link.href()).getScheme()).isEqualTo("mailto");
        if (link.shortened()) {
            assertThat(link.href()).endsWith("&body=brief");
        }
    }

    @Property
    void a_body_that_fits_arrives_unchanged(@ForAll @StringLength(max = 100) String body) {
        String typed = PlainText.body(body);

        String href = MailtoLink.of(TO, "Subject", body, "brief").href();

        String arrived = URLDecoder.decode(href.substring(href.indexOf("&body=") + 6), StandardCharsets.UTF_8);
        String valid = new String(typed.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(arrived).isEqualTo(valid.replace("\n", "\r\n"));
    }

    @Example
    void a_long_text_gives_way_to_the_short_one_with_the_whole_subject() {
        MailtoLink link = MailtoLink.of(TO, "Our offer", "x".repeat(1_900), "short text");

        assertThat(link).isEqualTo(new MailtoLink("mailto:ada@northwind.example?subject=Our%20offer&body=short%20text", true));
    }

    @Example
    void a_long_subject_is_cut_between_characters() {
        MailtoLink link = MailtoLink.of(TO, "😀".repeat(300), "short text", "short text");

        assertThat(link.shortened()).isTrue();
        assertThat(link.href()).hasSizeBetween(1_880, 1_900).contains("%F0%9F%98%80&body=short%20text");
    }

    @Example
    void a_short_text_that_is_too_long_is_refused() {
        assertThatThrownBy(() -> MailtoLink.of(TO, "Subject", "x".repeat(2_000), "y".repeat(2_000)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
