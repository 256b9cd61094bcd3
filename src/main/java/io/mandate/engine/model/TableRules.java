package io.mandate.engine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.util.ParseUtil;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * Rules on decision tables. Their inputs and outputs are those of the packaged table, since code asks and answers by them;
 * entries are values and comparisons, of which the engine has nothing to execute.
 */
final class TableRules {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";
    private static final Pattern DRAWING = Pattern.compile("https?://www\\.omg\\.org/spec/DMN/\\d+/(DMNDI|DC|DI)/");

    private static final Set<String> ELEMENTS = Set.of(
            "definitions", "decision", "description", "decisionTable", "input", "inputExpression", "inputValues", "output",
            "outputValues", "rule", "inputEntry", "outputEntry", "text");
    private static final Set<String> ATTRIBUTES_OF_CAMUNDA = Set.of("historyTimeToLive", "versionTag");

    private static final String VALUE = "\"[^\"\\\\]*\"|-?\\d{1,9}|true|false";
    private static final String TEST = "(?:" + VALUE + "|[<>]=? ?-?\\d{1,9}|[\\[\\](]-?\\d{1,9} ?\\.\\. ?-?\\d{1,9}[\\[\\])])";
    private static final String TESTS = TEST + "(?: ?, ?" + TEST + ")*";
    private static final Pattern INPUT = Pattern.compile("|-|" + TESTS + "|not\\(" + TESTS + "\\)");

    private TableRules() {}

    static List<String> problems(Table table) {
        List<String> problems = new ArrayList<>();
        Packaged.table(table.name()).ifPresentOrElse(
                known -> contract(table, known, problems), () -> problems.add("Mandate asks no table of this name"));
        decision(table, problems);
        material(table, problems);
        rules(table, problems);
        return problems;
    }

    private static void contract(Table table, Table known, List<String> problems) {
        if (!table.inputs().equals(known.inputs())) {
            problems.add("its inputs must be " + String.join(", ", known.inputs()));
        }
        if (!table.outputs().equals(known.outputs())) {
            problems.add("its outputs must be " + String.join(", ", known.outputs()));
        }
    }

    private static void decision(Table table, List<String> problems) {
        List<Element> decisions = table.all("decision");
        if (decisions.size() != 1 || !decisions.get(0).getAttribute("id").equals(table.name())) {
            problems.add("it must hold exactly one decision, called as its file");
        } else if (!daysToLive(decisions.get(0).getAttributeNS(CAMUNDA, "historyTimeToLive"))) {
            problems.add("its history has no time to live");
        }
        if (!table.all("decisionTable").stream().map(found -> found.getAttribute("hitPolicy")).toList().equals(List.of("FIRST"))) {
            problems.add("it must be one table whose hit policy is \"first\"");
        }
    }

    private static void material(Table table, List<String> problems) {
        List<Element> all = Xml.elements(table.xml()).filter(element -> !isDrawing(element)).toList();
        all.stream().map(Element::getLocalName).filter(name -> !ELEMENTS.contains(name)).distinct()
                .forEach(name -> problems.add("<" + name + "> is none of the elements that tables are made of"));
        all.stream().flatMap(element -> Xml.attributes(element).stream()).filter(TableRules::isForeign)
                .forEach(attribute -> problems.add("\"%s\" is none of the properties that tables use".formatted(attribute.getLocalName())));
    }

    private static void rules(Table table, List<String> problems) {
        List<Element> rules = table.all("rule");
        List<String> types = table.all("output").stream().map(output -> output.getAttribute("typeRef")).toList();
        for (Element rule : rules) {
            Table.entries(rule, "inputEntry").stream().filter(entry -> !INPUT.matcher(entry).matches())
                    .forEach(entry -> problems.add("\"" + entry + "\" is no value, list of values or comparison"));
            List<String> answers = Table.entries(rule, "outputEntry");
            for (int column = 0; column < answers.size() && column < types.size(); column++) {
                if (!isValue(answers.get(column), types.get(column))) {
                    problems.add("\"" + answers.get(column) + "\" is no value of type " + types.get(column));
                }
            }
        }
        if (rules.isEmpty() || !Table.entries(rules.get(rules.size() - 1), "inputEntry").stream().allMatch(Set.of("", "-")::contains)) {
            problems.add("its last rule must fit everything");
        }
    }

    private static boolean isValue(String entry, String type) {
        return switch (type) {
            case "string" -> entry.matches("\"[^\"\\\\]*\"");
            case "boolean" -> entry.matches("true|false");
            case "integer" -> entry.matches("\\d{1,5}");
            default -> false;
        };
    }

    private static boolean isForeign(Attr attribute) {
        String namespace = attribute.getNamespaceURI();
        return CAMUNDA.equals(namespace) && !ATTRIBUTES_OF_CAMUNDA.contains(attribute.getLocalName())
                || Stream.of("expressionLanguage", "typeLanguage").anyMatch(attribute.getLocalName()::equals)
                        && !attribute.getValue().equals("feel");
    }

    private static boolean isDrawing(Element element) {
        return element.getNamespaceURI() != null && DRAWING.matcher(element.getNamespaceURI()).matches();
    }

    private static boolean daysToLive(String text) {
        try {
            return !text.isBlank() && ParseUtil.parseHistoryTimeToLive(text) != null;
        } catch (ProcessEngineException unreadable) {
            return false;
        }
    }
}
