package io.mandate.engine.model;

import java.util.List;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * One decision table, as it stands there.
 *
 * @param name the file's name without its extension
 * @param xml its root element
 */
record Table(String name, Element xml) {

    static Table read(String name, byte[] content) {
        return new Table(name, Xml.read(content));
    }

    List<Element> all(String element) {
        return Xml.elements(xml).filter(found -> found.getLocalName().equals(element)).toList();
    }

    /** What is asked for, by expression and type, in order. */
    List<String> inputs() {
        return all("inputExpression").stream().map(input -> textOf(input) + " (" + input.getAttribute("typeRef") + ")").toList();
    }

    /** What is answered, by name and type, in order. */
    List<String> outputs() {
        return all("output").stream()
                .map(output -> output.getAttribute("name") + " (" + output.getAttribute("typeRef") + ")").toList();
    }

    /** The entries of one kind in one rule. */
    static List<String> entries(Element rule, String kind) {
        return children(rule, kind).map(Table::textOf).toList();
    }

    static String textOf(Element element) {
        return children(element, "text").map(Xml::text).findFirst().orElse("").strip();
    }

    private static Stream<Element> children(Element element, String name) {
        return Xml.elements(element).filter(child -> child.getParentNode() == element && child.getLocalName().equals(name));
    }
}
