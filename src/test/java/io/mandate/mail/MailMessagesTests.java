package io.mandate.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailMessagesTests {

    @ParameterizedTest
    @ValueSource(strings = {"", "_es", "_de"})
    void no_message_has_an_apostrophe_that_the_format_would_swallow(String language) throws IOException {
        Properties messages = messages(language);
        messages.remove("mail.instant");

        assertThat(messages.values()).noneMatch(message -> message.toString().contains("'"));
    }

    @Test
    void the_timeline_has_a_name_for_every_kind_and_outcome() throws IOException {
        Set<Object> keys = messages("").keySet();

        assertThat(MailKind.values()).allMatch(kind -> keys.contains("mail.kind." + kind));
        assertThat(MailStatus.values()).allMatch(status -> keys.contains("mail.status." + status));
    }

    private static Properties messages(String language) throws IOException {
        String name = "/messages/mail" + language + ".properties";
        try (Reader reader =
                new InputStreamReader(MailMessagesTests.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            Properties messages = new Properties();
            messages.load(reader);
            return messages;
        }
    }
}
