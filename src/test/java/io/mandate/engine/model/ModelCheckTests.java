package io.mandate.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused of what somebody wants to deploy, and how that is said. */
class ModelCheckTests {

    private static final String TABLE = "processes/term-rules.dmn";
    private static final String FORM = "forms/correct-address.form";
    private static final String DIAGRAM = "processes/erasure.bpmn";

    @Test
    void all_that_is_deployed_at_a_start_is_in_order() {
        assertThat(Project.all()).hasSizeGreaterThan(20);
        assertThat(ModelCheck.problems(Project.all())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {TABLE, FORM, DIAGRAM, "processes/term-notice.bpmn"})
    void what_needs_nothing_else_may_come_alone(String file) {
        assertThat(ModelCheck.problems(Map.of(file, Project.all().get(file)))).isEmpty();
    }

    @Test
    void a_diagram_comes_with_what_it_calls_and_shows() {
        String file = "processes/invitation.bpmn";

        assertThat(ModelCheck.problems(Map.of(file, Project.all().get(file)))).isNotEmpty().allSatisfy(problem ->
                assertThat(problem).containsAnyOf("calls no diagram that comes with it", "no form", "(forms)", "(calls)"));
    }

    @Test
    void a_called_diagram_may_come_without_those_that_call_it() {
        Map<String, byte[]> files = new TreeMap<>(Project.all());
        files.keySet().removeIf(file -> !file.equals("processes/acceptance.bpmn") && !file.equals("forms/approve-relationship.form"));

        assertThat(ModelCheck.problems(files)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"page.html", "run.js", "steps.jar", "case.cmmn", "grant.BPMN", "noextension", "picture.png"})
    void nothing_else_is_deployed(String file) {
        assertThat(ModelCheck.problems(Map.of(file, new byte[] {1}))).containsExactly(
                file + ": only diagrams (.bpmn), decision tables (.dmn) and forms (.form) are deployed");
    }

    @Test
    void two_files_of_one_name_or_a_huge_one_are_refused() {
        byte[] table = Project.all().get(TABLE);

        assertThat(ModelCheck.problems(Map.of("a/term-rules.dmn", table, "b/term-rules.dmn", table)))
                .containsExactly("term-rules.dmn: there are two of this name");
        assertThat(ModelCheck.problems(Map.of("term-rules.dmn", new byte[1024 * 1024 + 1])))
                .containsExactly("term-rules.dmn: it is larger than 1048576 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"erasure.bpmn", "term-rules.dmn", "correct-address.form"})
    void what_is_no_file_of_its_kind_is_refused_by_name(String file) {
        assertThat(ModelCheck.problems(Map.of(file, "hello".getBytes(StandardCharsets.UTF_8))))
                .singleElement().asString().startsWith(file + ": ");
    }

    @Nested
    class A_diagram {

        @ParameterizedTest(name = "{2}")
        @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "<bpmn:process id=\"erasure\"|<bpmn:process id=\"parcel\"|is called parcel, not as its file",
            "camunda:historyTimeToLive=\"P14D\"|camunda:historyTimeToLive=\"soon\"|its history has no time to live",
            "camunda:delegateExpression=\"${erasureErasePersonalData}\"|camunda:class=\"java.lang.Runtime\"|names a class",
            "camunda:delegateExpression=\"${erasureErasePersonalData}\"|camunda:expression=\"${1}\"|holds an expression",
            "camunda:delegateExpression=\"${erasureErasePersonalData}\"|camunda:delegateExpression=\"${dataSource}\"|must use the bean",
            "camunda:delegateExpression=\"${erasureErasePersonalData}\"|camunda:type=\"external\" camunda:topic=\"x\"|\"type\" is none",
            "${erasureErasureDue.next()}|${erasureErasureDue.getClass().getClassLoader()}|no expression of an allowed form",
            "${erasureErasureDue.next()}|${''.getClass()}|no expression of an allowed form",
            "${erasureErasureDue.next()}|R/P1X|cannot read the timer",
            "${moreDue}|${moreDue}</bpmn:conditionExpression><bpmn:conditionExpression>#{x.y}|",
            "xsi:type=\"bpmn:tFormalExpression\">${moreDue}|xsi:type=\"bpmn:tFormalExpression\" language=\"groovy\">1|\"language\" is none",
            "xsi:type=\"bpmn:tFormalExpression\">${moreDue}|xsi:type=\"bpmn:tFormalExpression\" camunda:resource=\"http://x\">1|\"resource\" is none",
            "isExecutable=\"true\"|isExecutable=\"false\"|would not execute it",
        })
        void with_something_in_it_that_is_not_allowed_is_refused(String given, String instead, String problem) {
            assertThat(changed(DIAGRAM, given, instead)).anySatisfy(found ->
                    assertThat(found).contains(problem == null ? "erasure" : problem));
        }

        @Test
        void with_a_document_type_is_not_read_at_all() {
            String xml = text(DIAGRAM).replaceFirst("\\?>", "?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>");

            assertThat(ModelCheck.problems(Map.of(DIAGRAM, xml.getBytes(StandardCharsets.UTF_8))))
                    .singleElement().asString().contains("DOCTYPE").doesNotContain("root:");
        }

        @Test
        void with_a_listener_on_the_process_itself_is_refused() {
            assertThat(changed(DIAGRAM, "<bpmn:startEvent", "<bpmn:extensionElements><camunda:executionListener event=\"start\""
                    + " delegateExpression=\"${erasureErasePersonalData}\" /></bpmn:extensionElements><bpmn:startEvent"))
                    .anySatisfy(problem -> assertThat(problem).contains("a listener hangs on the process"));
        }

        @Test
        void hides_no_expression_behind_comments_entities_or_sections() {
            for (String hidden : new String[] {"&#36;{x.y()}", "$<!-- -->{x.y(1)}", "<![CDATA[${]]>x.y(1)}", "#{ '}' + x }"}) {
                assertThat(changed(DIAGRAM, "<bpmn:documentation>", "<bpmn:documentation>" + hidden)).as(hidden)
                        .anySatisfy(problem -> assertThat(problem).contains("no expression of an allowed form"));
            }
        }

        @Test
        void that_no_code_stands_behind_is_refused() {
            String parcel = text(DIAGRAM).replace("\"erasure\"", "\"parcel\"");

            assertThat(ModelCheck.problems(Map.of("parcel.bpmn", parcel.getBytes(StandardCharsets.UTF_8))))
                    .contains("parcel: the constant KEY is not parcel (key)");
        }
    }

    @Nested
    class A_table {

        @ParameterizedTest(name = "{2}")
        @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "decision id=\"term-rules\"|decision id=\"others\"|exactly one decision, called as its file",
            "camunda:historyTimeToLive=\"P180D\"|camunda:versionTag=\"1\"|no time to live",
            "hitPolicy=\"FIRST\"|hitPolicy=\"COLLECT\"|hit policy",
            "<inputExpression id|<inputExpression expressionLanguage=\"groovy\" id|\"expressionLanguage\" is none",
            "<text>cloud</text>|<text>strength</text>|its inputs must be cloud (string), strength (integer)",
            "name=\"noticeDays\"|name=\"notice\"|its outputs must be noticeDays (string)",
            "<text>3</text>|<text>${1}</text>|is no value, list of values or comparison",
            "<text>3</text>|<text>for i in 1..9 return i</text>|is no value, list of values or comparison",
            "<text>\"30, 7, 1, 0\"</text>|<text>get entries({})</text>|is no value of type string",
            "<text>false</text>|<text>\"false\"</text>|is no value of type boolean",
            "<text>0</text>|<text>-5</text>|is no value of type integer",
            "<inputEntry id=\"InputEntry_EveryStrength\">\\n          <text></text>|<inputEntry id=\"InputEntry_EveryStrength\">\\n          <text>1</text>|must fit everything",
            "<decision id|<knowledgeSource id=\"x\" /><decision id|<knowledgeSource> is none",
        })
        void with_something_in_it_that_is_not_allowed_is_refused(String given, String instead, String problem) {
            assertThat(changed(TABLE, given.replace("\\n", "\n"), instead.replace("\\n", "\n")))
                    .anySatisfy(found -> assertThat(found).startsWith("term-rules: ").contains(problem));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "-", "3", "1, 2", "<3", "[1..2]", "not(3)", ">= 2"})
        void asks_for_values_and_comparisons(String entry) {
            assertThat(changed(TABLE, "<text>3</text>", "<text>" + entry.replace("<", "&lt;") + "</text>")).isEmpty();
        }

        @Test
        void that_nobody_asks_is_refused() {
            String other = text(TABLE).replace("\"term-rules\"", "\"parcel-rules\"");

            assertThat(ModelCheck.problems(Map.of("parcel-rules.dmn", other.getBytes(StandardCharsets.UTF_8))))
                    .containsExactly("parcel-rules: Mandate asks no table of this name");
        }
    }

    @Nested
    class A_form {

        @ParameterizedTest(name = "{2}")
        @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "\"id\": \"correct-address\"|\"id\": \"other\"|the form is called other, not as its file",
            "\"schemaVersion\": 16|\"schemaVersion\": 99|schema version 16",
            "\"type\": \"text\"|\"type\": \"html\"|a form may hold no \"html\"",
            "\"type\": \"textfield\"|\"type\": \"iframe\"|a form may hold no \"iframe\"",
            "\"key\": \"address\"|\"key\": \"${address}\"|cannot be the key of a field",
        })
        void with_something_in_it_that_is_not_allowed_is_refused(String given, String instead, String problem) {
            assertThat(changed(FORM, given, instead))
                    .anySatisfy(found -> assertThat(found).startsWith("correct-address: ").contains(problem));
        }
    }

    private static Iterable<String> changed(String file, String given, String instead) {
        assertThat(text(file)).contains(given);
        return ModelCheck.problems(Map.of(file, text(file).replace(given, instead).getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(String file) {
        return new String(Project.all().get(file), StandardCharsets.UTF_8);
    }
}
