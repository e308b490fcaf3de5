package dev.noroshi.incident;

import dev.noroshi.web.InvalidInput;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.LogicalType;

/** Facts as a document: read strictly, so that a misspelt or mistyped word is answered, never dropped. */
@Component
public class FactsDocument {

    private final JsonMapper strict = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .withCoercionConfig(
                    LogicalType.Enum, config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail))
            .addModule(new SimpleModule().addDeserializer(Instant.class, new Moment()))
            .build();

    String write(Facts facts) {
        return strict.writeValueAsString(facts);
    }

    /** The facts as a document, for whoever shows or compares them one by one. */
    public JsonNode tree(Facts facts) {
        return strict.valueToTree(facts);
    }

    Facts read(String document) {
        return strict.readValue(document, Facts.class);
    }

    /** The same facts with some changed: objects are merged, null takes an answer away (RFC 7396). */
    Facts merged(Facts facts, Map<String, ?> changes) {
        ObjectNode target = strict.valueToTree(facts);
        merge(target, strict.valueToTree(changes));
        return parse(target);
    }

    /** @throws InvalidInput naming the field that is unknown or of the wrong type */
    public Facts parse(JsonNode body) {
        try {
            return strict.treeToValue(body, Facts.class);
        } catch (UnrecognizedPropertyException unknown) {
            throw new InvalidInput(path(unknown), "unknown");
        } catch (JacksonException mistyped) { // of the parser too: a number beyond every type
            throw new InvalidInput(path(mistyped), misfit(mistyped));
        }
    }

    private static String misfit(JacksonException mistyped) {
        Class<?> wanted = mistyped instanceof MismatchedInputException wrong ? wrong.getTargetType() : null;
        if (wanted == Instant.class) {
            return "moment";
        }
        return mistyped instanceof InvalidFormatException && wanted != null && wanted.isEnum() ? "choice" : "type";
    }

    /** A moment with its offset (RFC 3339): without one nobody could tell when the clock of the law began. */
    private static final class Moment extends StdScalarDeserializer<Instant> {

        Moment() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (Instant) context.handleUnexpectedToken(Instant.class, parser);
            }
            String text = parser.getString().strip();
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException unreadable) {
                return (Instant) context.handleWeirdStringValue(Instant.class, text, "no moment");
            }
        }
    }

    private static String path(JacksonException problem) {
        String path = problem.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "" + step.getIndex() : step.getPropertyName())
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "body" : path;
    }

    private static void merge(ObjectNode target, JsonNode changes) {
        changes.properties().forEach(change -> {
            JsonNode value = change.getValue();
            if (value.isNull()) {
                target.remove(change.getKey());
            } else if (value.isObject() && target.get(change.getKey()) instanceof ObjectNode inner) {
                merge(inner, value);
            } else {
                target.set(change.getKey(), value);
            }
        });
    }
}
