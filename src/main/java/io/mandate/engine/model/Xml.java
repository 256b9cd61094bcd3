package io.mandate.engine.model;

import static java.util.stream.Collectors.joining;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The XML of diagrams and tables as it stands there, whatever it means: nothing that is typed in one can hide from this. */
final class Xml {

    private Xml() {}

    /** A name and its namespace; no namespace is an empty text. */
    record Name(String namespace, String local) {

        static Name of(Node node) {
            return new Name(node.getNamespaceURI() == null ? "" : node.getNamespaceURI(), node.getLocalName());
        }

        @Override
        public String toString() {
            return local;
        }
    }

    /**
     * The root element.
     *
     * @throws UnreadableModelException where it is no XML, or has a document type, which diagrams need not
     */
    static Element read(byte[] content) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setExpandEntityReferences(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Quiet());
            return builder.parse(new ByteArrayInputStream(content)).getDocumentElement();
        } catch (SAXException | IOException notXml) {
            throw new UnreadableModelException(reason(notXml));
        } catch (ParserConfigurationException unsafe) {
            throw new IllegalStateException(unsafe);
        }
    }

    /** An element with everything below it. */
    static Stream<Element> elements(Element element) {
        return Stream.concat(Stream.of(element), children(element).filter(Element.class::isInstance)
                .flatMap(child -> elements((Element) child)));
    }

    /** The attributes of an element; declarations of namespaces are none. */
    static List<Attr> attributes(Element element) {
        return IntStream.range(0, element.getAttributes().getLength())
                .mapToObj(element.getAttributes()::item)
                .filter(attribute -> !XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI()))
                .map(Attr.class::cast)
                .toList();
    }

    /** Every value of an attribute, and what stands in each element beside the elements in it. */
    static Stream<String> texts(Element root) {
        return elements(root).flatMap(element -> Stream.concat(
                attributes(element).stream().map(Attr::getValue), Stream.of(text(element))));
    }

    /** What stands in an element beside the elements in it; comments are nothing. */
    static String text(Element element) {
        return children(element).filter(Text.class::isInstance).map(Node::getNodeValue).collect(joining());
    }

    /** What parsers say, in one line. */
    static String reason(Exception unreadable) {
        Throwable cause = unreadable;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("it cannot be read");
    }

    private static Stream<Node> children(Element element) {
        return IntStream.range(0, element.getChildNodes().getLength()).mapToObj(element.getChildNodes()::item);
    }

    /** Does not write to the console what is thrown anyway. */
    private static final class Quiet implements ErrorHandler {

        @Override
        public void warning(SAXParseException problem) {}

        @Override
        public void error(SAXParseException problem) throws SAXException {
            throw problem;
        }

        @Override
        public void fatalError(SAXParseException problem) throws SAXException {
            throw problem;
        }
    }
}
