package io.mandate.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mandate.catalog.Languages;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.util.HtmlUtils;

class MailsTests {

    private static final String NAME = "Müller & Söhne";
    private static final String HOSTILE =
            "<script>alert('1')</script> ${7*7} [[${7*7}]] [(${7*7})] __${7*7}__ #{mail.greeting} {0} {link} @{/} &amp; \"q\"";

    private final Mails mails = MailTemplates.mails();

    static Stream<Arguments> everyMailInEveryLanguage() {
        return Languages.ALL.stream()
                .flatMap(language -> SampleMails.typed(NAME).stream().map(mail -> Arguments.of(mail, language)));
    }

    static Stream<Arguments> everyMailWithHostileText() {
        return Languages.ALL.stream()
                .flatMap(language -> SampleMails.typed(HOSTILE).stream().map(mail -> Arguments.of(mail, language)));
    }

    @Test
    void the_samples_hold_every_kind_of_mail() {
        Set<Class<?>> samples =
                SampleMails.typed(NAME).stream().map(Object::getClass).collect(Collectors.toSet());
        Set<MailKind> kinds =
                SampleMails.typed(NAME).stream().map(MailContent::kind).collect(Collectors.toSet());

        assertThat(samples).containsExactlyInAnyOrder(MailContent.class.getPermittedSubclasses());
        assertThat(kinds).containsExactlyInAnyOrder(MailKind.values());
    }

    @ParameterizedTest
    @MethodSource("everyMailInEveryLanguage")
    void every_mail_is_written_in_every_language(MailContent content, Locale language) {
        RenderedMail mail = mails.render(content, language);

        assertThat(mail.language()).isEqualTo(language);
        assertThat(mail.subject()).isNotBlank().doesNotContain("\n", "??", "{");
        assertThat(mail.text()).contains(NAME).doesNotContain("??", "{", "}");
        assertThat(mail.html())
                .contains("<html lang=\"" + language.getLanguage() + "\">", HtmlUtils.htmlEscape("&"))
                .doesNotContain(" th:", "<th:", "??", "{0}");
    }

    @ParameterizedTest
    @MethodSource("everyMailInEveryLanguage")
    void a_plain_text_reader_shows_short_lines_and_every_link_alone(MailContent content, Locale language) {
        RenderedMail mail = mails.render(content, language);

        assertThat(mail.text().lines()).allSatisfy(line -> {
            if (line.contains("://")) {
                assertThat(line).isIn(SampleMails.LINK, SampleMails.STOP_LINK, SampleMails.PAGE);
            } else {
                assertThat(line.length()).isLessThanOrEqualTo(72);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("everyMailInEveryLanguage")
    void both_parts_say_the_same(MailContent content, Locale language) {
        RenderedMail mail = mails.render(content, language);

        assertThat(words(visible(mail.html()))).containsAll(words(mail.text().replaceAll("(?m)^(- |> |-- $)", "")));
    }

    @ParameterizedTest
    @CsvSource({"en, 'where you have one, your duty', 'where there is one, the duty of', any duty to support",
            "de, 'soweit Sie sie haben, Ihre Pflicht', eine Pflicht von, eine etwaige Pflicht",
            "es, 'si lo tiene, su deber', 'si lo hay, el deber', 'el deber de soporte, si lo había'"})
    void no_mail_about_something_else_says_that_there_is_a_duty_to_support(
            String language, String partners, String customers, String both) {
        assertThat(texts(language, TermNoticeToPartnerMail.class)).allSatisfy(text -> assertThat(text).contains(partners));
        assertThat(texts(language, TermChangedToPartnerMail.class)).anySatisfy(text -> assertThat(text).contains(partners));
        assertThat(texts(language, TermNoticeToCustomerMail.class)).allSatisfy(text -> assertThat(text).contains(customers));
        assertThat(texts(language, TermChangedToCustomerMail.class)).anySatisfy(text -> assertThat(text).contains(customers));
        assertThat(texts(language, EndAnnouncedMail.class)).allSatisfy(text -> assertThat(text).contains(both));
    }

    private List<String> texts(String language, Class<?> kind) {
        return SampleMails.typed(NAME).stream().filter(kind::isInstance)
                .map(mail -> mails.render(mail, Locale.forLanguageTag(language)).text().replaceAll("\\s+", " ")).toList();
    }

    @ParameterizedTest
    @MethodSource("everyMailWithHostileText")
    void what_a_person_typed_is_neither_markup_nor_expression(MailContent content, Locale language) {
        RenderedMail mail = mails.render(content, language);

        String typed = HOSTILE.replace("{link}", "");
        assertThat(mail.html())
                .doesNotContain("<script", "49")
                .contains("&lt;script&gt;", "${7*7}", "[[${7*7}]]", "__${7*7}__", "#{mail.greeting}", "{0}", "&amp;amp;");
        assertThat(mail.text()).doesNotContain("49");
        assertThat(words(mail.text())).containsAll(words(typed));
    }

    @Test
    void nothing_that_a_person_typed_begins_another_line_but_where_its_lines_are_kept() {
        List<Block> blocks = SampleMails.typed("one\r\ntwo").stream()
                .flatMap(mail -> mail.write(new Phrases(Locale.ENGLISH)).blocks().stream()).toList();

        assertThat(lines(blocks, block -> true)).noneMatch(line -> line.matches("(?s).*\\p{Cntrl}.*"));
        assertThat(lines(blocks, block -> block.type() == Block.Type.ITEMS)).contains("one two").doesNotContain("two");
        assertThat(blocks).contains(Block.quote("one\ntwo"));
    }

    @Test
    void the_link_stands_where_the_person_left_its_place() {
        MailContent invitation = new InvitationMail(
                new PartnerContact("Contoso Cloud", "Carla Díaz", "carla@contoso.example"),
                "Our offer",
                "Hello Ada,\nplease look here: {link}.\n\nCarla\nContoso Cloud",
                SampleMails.LINK);

        RenderedMail mail = mails.render(invitation, Locale.ENGLISH);

        assertThat(mail.text())
                .startsWith("Hello Ada,\nplease look here:\n\n" + SampleMails.LINK + "\n\nCarla\nContoso Cloud\n\n-- \n");
        assertThat(mail.html())
                .contains("Hello Ada,<br>please look here:", "<a href=\"" + SampleMails.LINK + "\"", "Carla<br>Contoso Cloud");
    }

    @Test
    void an_instant_is_shown_with_its_time_zone() {
        MailContent reminder = SampleMails.typed(NAME).get(1);

        List<String> texts = Languages.ALL.stream()
                .map(language -> mails.render(reminder, language).text().replace('\n', ' '))
                .toList();

        assertThat(texts.get(0)).contains("3 November 2026, 09:30 UTC");
        assertThat(texts.get(1)).contains("3 de noviembre de 2026, 09:30 UTC");
        assertThat(texts.get(2)).contains("3. November 2026, 09:30 UTC");
    }

    @Test
    void a_language_that_is_not_spoken_gets_english() {
        RenderedMail mail = mails.render(SampleMails.typed(NAME).get(3), Locale.JAPANESE);

        assertThat(mail.language()).isEqualTo(Locale.ENGLISH);
        assertThat(mail.text()).startsWith("Hello,");
    }

    @Test
    void a_link_that_is_none_is_refused_without_being_repeated() {
        MailContent nudge = new NudgeMail(NAME, "ada@northwind.example", SampleMails.NOW, SampleMails.NOW, "javascript:alert(1)");

        assertThatThrownBy(() -> mails.render(nudge, Locale.ENGLISH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("alert");
    }

    private static List<String> lines(List<Block> blocks, Predicate<Block> which) {
        return blocks.stream().filter(which).flatMap(block -> block.lines().stream()).toList();
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("\\s+")).filter(word -> !word.isBlank()).toList();
    }

    private static String visible(String html) {
        return HtmlUtils.htmlUnescape(html.replaceAll("(?s)<head>.*</head>", "").replaceAll("<[^>]+>", " "));
    }
}
