package dev.noroshi.workflow;

import java.net.URL;
import java.util.Objects;
import java.util.function.Supplier;
import javax.xml.XMLConstants;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.springframework.util.function.SingletonSupplier;
import org.xml.sax.SAXException;

/** The schemas by which the engine reads models and tables, as they lie in its jars. Reading them starts no engine. */
public final class ModelSchemas {

    private static final Supplier<Schema> BPMN =
            SingletonSupplier.of(() -> read("/org/camunda/bpm/engine/impl/bpmn/parser/BPMN20.xsd"));
    private static final Supplier<Schema> DMN =
            SingletonSupplier.of(() -> read("/org/camunda/bpm/model/dmn/schema/DMN13.xsd"));

    private ModelSchemas() {}

    public static Schema bpmn() {
        return BPMN.get();
    }

    public static Schema dmn() {
        return DMN.get();
    }

    private static Schema read(String resource) {
        URL schema = Objects.requireNonNull(ModelSchemas.class.getResource(resource), resource);
        try {
            return SchemaFactory.newDefaultInstance().newSchema(schema);
        } catch (SAXException e) {
            throw new IllegalStateException(resource + " of " + XMLConstants.W3C_XML_SCHEMA_NS_URI, e);
        }
    }
}
