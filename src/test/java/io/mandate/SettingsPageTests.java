package io.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotationUtils;

/** The page of all settings is made from what the code says about them: names, defaults, descriptions, and what is refused. */
class SettingsPageTests {

    private static final Path PAGE = Path.of("src/docs/settings.md");
    private static final Path MADE = Path.of("target/settings.md");
    private static final String METADATA = "META-INF/spring-configuration-metadata.json";
    private static final String BEGIN = "<!-- Made from the metadata of the code: SettingsPageTests says how. -->\n";
    private static final String END = "<!-- End of what is made. -->\n";
    private static final Pattern NAMED = Pattern.compile("(mandate[a-z0-9.-]*[a-z0-9]):? (.*)");
    private static final Pattern OTHER = Pattern.compile("`((?:spring|server|management|camunda|logging)\\.[^`]+)`");

    @Test
    void every_setting_has_a_description() throws IOException {
        Map<String, JsonNode> settings = ours();

        assertThat(settings).hasSizeGreaterThan(50);
        assertThat(settings.values()).allSatisfy(one -> assertThat(one.path("description").asText()).as(one.get("name").asText()).isNotBlank());
    }

    @Test
    void the_page_is_up_to_date() throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf(BEGIN) + BEGIN.length();
        String made = page.substring(0, from) + table() + page.substring(page.indexOf(END));
        Files.writeString(MADE, made);

        assertThat(page).as("copy " + MADE + " to " + PAGE).isEqualTo(made);
    }

    @Test
    void every_other_setting_on_the_page_exists() throws IOException {
        List<JsonNode> known = new ArrayList<>();
        for (URL file : Collections.list(getClass().getClassLoader().getResources(METADATA))) {
            known.addAll(properties(file));
        }
        List<String> names = known.stream().map(one -> one.get("name").asText()).toList();
        List<String> named = OTHER.matcher(Files.readString(PAGE)).results().map(found -> found.group(1)).toList();

        assertThat(named).isNotEmpty().allSatisfy(name ->
                assertThat(names).anyMatch(one -> one.equals(name) || name.startsWith(one + ".\"[")));
    }

    private static String table() throws IOException {
        StringBuilder table = new StringBuilder("| Setting | Default | Meaning | Refused with |\n| --- | --- | --- | --- |\n");
        ours().forEach((name, one) -> table.append("| `%s` | %s | %s | %s |\n".formatted(
                name, byDefault(name, one), description(one), refusals(name, one).collect(Collectors.joining("; ")))));
        return table.toString().replace(" |  |", " | |");
    }

    private static String byDefault(String name, JsonNode one) {
        if (RequiredSettings.REQUIRED.containsKey(name)) {
            return "*must be set*";
        }
        JsonNode value = one.path("defaultValue");
        String text = value.isArray()
                ? StreamSupport.stream(value.spliterator(), false).map(JsonNode::asText).collect(Collectors.joining(", "))
                : value.asText().replaceAll("^\\[|]$", "");
        return text.isEmpty() ? "none" : "`" + text + "`";
    }

    private static String description(JsonNode one) {
        return one.path("description").asText().replaceAll("\\{@code ([^}]*)}", "`$1`").replaceAll("\\{@link #?([^}]*)}", "$1")
                .replaceAll("\\s+", " ").replace("|", "\\|");
    }

    /** What the checks at start say of this setting, without its name. */
    private static Stream<String> refusals(String name, JsonNode one) {
        return Optional.ofNullable(one.get("sourceType")).map(type -> messages(type.asText())).orElse(List.of()).stream()
                .map(NAMED::matcher).filter(Matcher::matches)
                .filter(message -> message.group(1).equals(name)).map(message -> message.group(2).replace("|", "\\|"));
    }

    private static List<String> messages(String source) {
        try {
            Class<?> type = Class.forName(source);
            Stream<AnnotatedElement> parts = Stream.concat(
                    Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getDeclaredFields()));
            return parts.flatMap(part -> Arrays.stream(part.getAnnotations())).map(SettingsPageTests::message)
                    .filter(message -> message.startsWith("mandate")).distinct().sorted().toList();
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private static String message(Annotation annotation) {
        return String.valueOf(AnnotationUtils.getValue(annotation, "message"));
    }

    private static Map<String, JsonNode> ours() throws IOException {
        Map<String, JsonNode> ours = new TreeMap<>();
        properties(Path.of("target/classes", METADATA).toUri().toURL()).forEach(one -> ours.put(one.get("name").asText(), one));
        return ours;
    }

    private static List<JsonNode> properties(URL file) throws IOException {
        List<JsonNode> properties = new ArrayList<>();
        new ObjectMapper().readTree(file).path("properties").forEach(properties::add);
        return properties;
    }
}
