package dev.noroshi.plan.check;

import dev.noroshi.workflow.ModelSchemas;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Comparator;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.sax.SAXSource;
import javax.xml.validation.Schema;
import javax.xml.validation.Validator;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Elements stand where the standard has them; the engine takes no file in which they do not. */
final class SchemaRule {

    private final Findings findings;

    SchemaRule(Findings findings) {
        this.findings = findings;
    }

    /** @param root what {@link XmlReader} read of the same content: it has no document type */
    void look(String file, byte[] content, XmlNode root) {
        Schema schema = file.endsWith(".bpmn") ? ModelSchemas.bpmn() : ModelSchemas.dmn();
        try {
            Validator validator = schema.newValidator();
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            validator.setErrorHandler(new DefaultHandler() {
                @Override
                public void error(SAXParseException broken) {
                    findings.error("xml.schema", place(file, root, broken), String.valueOf(broken.getMessage()));
                }
            });
            InputSource source = new InputSource(new ByteArrayInputStream(content));
            validator.validate(new SAXSource(XmlReader.hardened().getXMLReader(), source));
        } catch (SAXException | IOException | ParserConfigurationException broken) {
            findings.error("xml.broken", Place.file(file), String.valueOf(broken.getMessage()));
        }
    }

    /** The last element that begins before or on the line. */
    private static Place place(String file, XmlNode root, SAXParseException broken) {
        return root.all()
                .filter(node -> node.line() <= broken.getLineNumber()
                        && !node.identity().isEmpty())
                .max(Comparator.comparingInt(XmlNode::line))
                .map(node -> Place.of(file, node))
                .orElse(Place.file(file));
    }
}
