package dev.noroshi.web;

import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Text in JSON may have line breaks and tabs; other control characters are answered, not stripped. */
@JacksonComponent
class NoControlCharacters extends StdScalarDeserializer<String> {

    NoControlCharacters() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.currentToken().isScalarValue()) {
            return (String) context.handleUnexpectedToken(String.class, parser);
        }
        String text = parser.getValueAsString();
        if (text.chars().anyMatch(c -> (c < 0x20 && c != '\n' && c != '\r' && c != '\t') || (c >= 0x7f && c < 0xa0))) {
            throw new InvalidInput(String.valueOf(parser.currentName()), "control");
        }
        return text;
    }
}
