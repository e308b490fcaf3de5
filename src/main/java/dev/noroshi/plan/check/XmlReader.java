package dev.noroshi.plan.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.ext.Locator2;
import org.xml.sax.helpers.DefaultHandler;

/** Reads untrusted XML: no document type, no entities from outside, bounded in depth, number of elements and text. */
final class XmlReader {

    private static final int DEEPEST = 40;
    private static final int MOST_ELEMENTS = 20_000;
    private static final int MOST_ATTRIBUTES = 40;

    private final Findings findings;

    XmlReader(Findings findings) {
        this.findings = findings;
    }

    /** The root element; empty when the file cannot be read, which is then a finding. */
    Optional<XmlNode> read(String file, byte[] content) {
        Tree tree = new Tree();
        try {
            XMLReader reader = hardened().getXMLReader();
            reader.setContentHandler(tree);
            reader.setErrorHandler(tree);
            reader.setEntityResolver((publicId, systemId) -> {
                throw new Refused("xml.doctype", 0);
            });
            reader.parse(new InputSource(new ByteArrayInputStream(content)));
            return Optional.ofNullable(tree.root);
        } catch (Refused refused) {
            findings.error(refused.rule, new Place(file, refused.line, "", ""));
        } catch (SAXParseException broken) {
            String message = String.valueOf(broken.getMessage());
            String rule = message.contains("DOCTYPE") ? "xml.doctype" : "xml.broken";
            findings.error(rule, new Place(file, Math.max(broken.getLineNumber(), 0), "", ""), message);
        } catch (SAXException | IOException | ParserConfigurationException broken) {
            findings.error("xml.broken", Place.file(file), String.valueOf(broken.getMessage()));
        }
        return Optional.empty();
    }

    static SAXParser hardened() throws ParserConfigurationException, SAXException {
        SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setXIncludeAware(false);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        SAXParser parser = factory.newSAXParser();
        parser.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        parser.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        return parser;
    }

    private static final class Refused extends SAXException {
        private static final long serialVersionUID = 1L;
        private final String rule;
        private final int line;

        private Refused(String rule, int line) {
            this.rule = rule;
            this.line = line;
        }
    }

    /** An element whose end has not come yet. */
    private record Open(
            String space,
            String name,
            Map<String, String> attributes,
            List<XmlNode> children,
            StringBuilder text,
            int line,
            String identity) {}

    private static final class Tree extends DefaultHandler {
        private final Deque<Open> open = new ArrayDeque<>();
        private @Nullable Locator locator;
        private @Nullable XmlNode root;
        private int elements;

        @Override
        public void setDocumentLocator(Locator at) {
            locator = at;
        }

        @Override
        public void error(SAXParseException broken) throws SAXException {
            throw broken;
        }

        @Override
        public void startElement(String space, String name, String qualified, Attributes given) throws SAXException {
            int line = line();
            if (elements == 0 && locator instanceof Locator2 place && !"UTF-8".equals(place.getEncoding())) {
                throw new Refused("xml.encoding", line);
            }
            if (++elements > MOST_ELEMENTS || given.getLength() > MOST_ATTRIBUTES) {
                throw new Refused("xml.many", line);
            }
            if (open.size() >= DEEPEST) {
                throw new Refused("xml.deep", line);
            }
            Map<String, String> attributes = new LinkedHashMap<>();
            for (int i = 0; i < given.getLength(); i++) {
                attributes.put(Spaces.attribute(given.getURI(i), given.getLocalName(i)), given.getValue(i));
            }
            @Nullable Open around = open.peek();
            String identity = attributes.getOrDefault("id", around == null ? "" : around.identity());
            open.push(new Open(
                    Spaces.shortName(space), name, attributes, new ArrayList<>(), new StringBuilder(), line, identity));
        }

        @Override
        public void processingInstruction(String target, String data) throws SAXException {
            throw new Refused("xml.instruction", line());
        }

        @Override
        public void characters(char[] letters, int start, int length) {
            @Nullable Open around = open.peek();
            if (around != null) {
                around.text().append(letters, start, length);
            }
        }

        @Override
        public void endElement(String space, String name, String qualified) {
            Open done = open.pop();
            XmlNode node = new XmlNode(
                    done.space(),
                    done.name(),
                    done.attributes(),
                    done.children(),
                    done.text().toString(),
                    done.line(),
                    done.identity());
            @Nullable Open around = open.peek();
            if (around == null) {
                root = node;
            } else {
                around.children().add(node);
            }
        }

        private int line() {
            return locator == null ? 0 : locator.getLineNumber();
        }
    }
}
