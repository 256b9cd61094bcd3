package io.mandate.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailMessagesTests {

    private static final Pattern VALUE = Pattern.compile("\\{(\\d)");

    @ParameterizedTest
    @ValueSource(strings = {"_es", "_de"})
    void a_translation_has_the_same_messages_with_the_same_values(String language) throws IOException {
        Map<String, Set<String>> english = valuesByKey(messages(""));
        Map<String, Set<String>> translated = valuesByKey(messages(language));

        assertThat(translated).isEqualTo(english);
    }

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

    private static Map<String, Set<String>> valuesByKey(Properties messages) {
        return messages.stringPropertyNames().stream()
                .collect(Collectors.toMap(key -> key, key -> VALUE.matcher(messages.getProperty(key))
                        .results()
                        .map(MatchResult::group)
                        .collect(Collectors.toCollection(TreeSet::new))));
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
