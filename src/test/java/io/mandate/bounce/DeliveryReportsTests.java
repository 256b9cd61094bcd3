package io.mandate.bounce;

import static io.mandate.bounce.SampleReports.MESSAGE_ID;
import static io.mandate.bounce.SampleReports.RECIPIENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.mail.MailReport;
import io.mandate.mail.ReportedAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryReportsTests {

    @Test
    void a_failure_reported_by_postfix_is_read_with_its_words_on_one_line_and_without_links() {
        assertThat(DeliveryReports.in(SampleReports.sample("postfix-failed"))).hasValueSatisfying(report ->
                assertThat(report.recipients()).containsExactly(new MailReport(MESSAGE_ID, RECIPIENT, ReportedAction.FAILED,
                        "5.1.1", "550 5.1.1 <gone@northwind.example>: Recipient address rejected: User unknown in virtual"
                                + " mailbox table, see [link]")));
    }

    @Test
    void a_failure_reported_by_exchange_is_read() {
        assertThat(DeliveryReports.in(SampleReports.sample("exchange-failed"))).hasValueSatisfying(report ->
                assertThat(report.recipients()).containsExactly(new MailReport(MESSAGE_ID, RECIPIENT, ReportedAction.FAILED,
                        "5.1.10", "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup")));
    }

    @Test
    void a_delay_is_read_from_a_report_that_returns_headers_only() {
        assertThat(DeliveryReports.in(SampleReports.sample("postfix-delayed"))).hasValueSatisfying(report ->
                assertThat(report.recipients()).containsExactly(new MailReport(MESSAGE_ID, RECIPIENT, ReportedAction.DELAYED,
                        "4.4.1", "connect to mail.northwind.example[192.0.2.25]:25: Connection timed out")));
    }

    @Test
    void after_forwarding_the_report_names_where_the_mail_went_in_the_end() {
        assertThat(DeliveryReports.in(SampleReports.sample("postfix-after-forwarding"))).hasValueSatisfying(report -> {
            assertThat(report.messageId()).isEqualTo(MESSAGE_ID);
            assertThat(report.recipients()).extracting(MailReport::recipient).containsExactly("nancy@old-provider.example");
        });
    }

    @Test
    void a_report_forwarded_as_an_attachment_is_found() {
        assertThat(DeliveryReports.in(SampleReports.sample("forwarded-as-attachment")))
                .isEqualTo(DeliveryReports.in(SampleReports.sample("postfix-failed"))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"delivered, DELIVERED", "relayed, RELAYED", "expanded, EXPANDED", "Failed, FAILED", "DELAYED, DELAYED"})
    void every_action_of_the_standard_is_known_in_any_case_of_letters(String written, ReportedAction read) {
        String report = SampleReports.text("postfix-failed").replace("Action: failed", "Action: " + written);

        assertThat(DeliveryReports.in(SampleReports.mail(report))).hasValueSatisfying(found ->
                assertThat(found.recipients()).extracting(MailReport::action).containsExactly(read));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Action: failed | Action: vanished",
        "Action: failed | X-Action: failed",
        "Message-ID: <0123 | Message-ID: 0123",
        "Message-ID: <0123 | Message-ID: <01\u000023",
        "Message-ID: <0123 | Message-ID: <01\u00e423",
        "report-type=delivery-status | report-type=disposition-notification",
        "Content-Type: message/delivery-status | Content-Type: text/plain",
        "Content-Type: message/rfc822 | Content-Type: text/html"
    })
    void a_report_without_what_makes_it_one_is_not_understood(String part, String instead) {
        String broken = SampleReports.text("postfix-failed").replace(part, instead);

        assertThat(broken).isNotEqualTo(SampleReports.text("postfix-failed"));
        assertThat(DeliveryReports.in(SampleReports.mail(broken))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Content-Type: multipart/report; report-type=delivery-status\r\n\r\n", "Content-Type: \u0000;;=\r\n\r\nx"})
    void garbage_is_not_understood(String garbage) {
        assertThat(DeliveryReports.in(SampleReports.mail(garbage))).isEmpty();
    }

    @Test
    void an_answer_by_a_person_is_not_understood() {
        assertThat(DeliveryReports.in(SampleReports.sample("out-of-office"))).isEmpty();
    }

    @Test
    void a_report_cut_off_anywhere_does_no_harm() {
        String report = SampleReports.text("exchange-failed");

        for (int length = 0; length < report.length(); length += 7) {
            assertThat(DeliveryReports.in(SampleReports.mail(report.substring(0, length)))).isNotNull();
        }
    }

    @Test
    void of_many_recipients_the_first_ten_are_read_and_words_are_cut() {
        String one = "\r\nFinal-Recipient: rfc822; gone@northwind.example\r\nAction: failed\r\nDiagnostic-Code: smtp; "
                // Where every other letter might begin a link.
                + "x.".repeat(10_000) + "\r\n";
        String report = SampleReports.text("postfix-failed").replaceFirst("(?s)\r\nFinal-Recipient.*?help\\?about=gone\r\n",
                one.repeat(50));

        assertThat(DeliveryReports.in(SampleReports.mail(report))).hasValueSatisfying(found ->
                assertThat(found.recipients()).hasSize(10).allSatisfy(recipient ->
                        assertThat(recipient.words()).hasSizeLessThanOrEqualTo(300)));
    }
}
