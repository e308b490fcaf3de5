package dev.noroshi.incident.web;

import dev.noroshi.incident.IncidentTypes;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says in {@code /v3/api-docs} which facts are required and what their keys may be. */
@Configuration(proxyBeanMethods = false)
class FactsDescription {

    @Bean
    OpenApiCustomizer factsOfTheApi() {
        return api -> {
            Map<String, Schema> schemas = api.getComponents().getSchemas();
            Schema<?> facts = Objects.requireNonNull(schemas.get("Facts"));
            facts.setRequired(List.of("type", "discoveredAt", "description", "reporter"));
            facts.addProperty(
                    "type",
                    keys(Stream.of(IncidentTypes.PLAIN, IncidentTypes.FURTHER)
                            .flatMap(List::stream)
                            .toList()));
            facts.addProperty("segment", keys(IncidentTypes.SEGMENTS));
            facts.addProperty("dataCategories", new ArraySchema().items(keys(IncidentTypes.DATA)));
            Objects.requireNonNull(schemas.get("Reporter")).setRequired(List.of("name", "section"));
        };
    }

    private static StringSchema keys(List<String> keys) {
        StringSchema schema = new StringSchema();
        schema.setEnum(keys);
        return schema;
    }
}
