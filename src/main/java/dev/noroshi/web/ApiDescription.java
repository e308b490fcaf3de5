package dev.noroshi.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says in {@code /v3/api-docs} what holds for every path: who may call, what a failure looks like, paging, repeats, edits. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String RULES = """
            Moments are ISO 8601 with an offset or Z. Lists are `{items, total, page, size}`. A failure is a problem document \
            (RFC 9457) whose `type` is stable and whose texts are in the language of `Accept-Language` (ja, en). \
            A list holds only what the caller may see; of what the caller may not see, the answer is 404.""";

    private static final Map<String, String> PROBLEMS = Map.of(
            "400",
            "The body or a parameter cannot be read.",
            "401",
            "Sign in first.",
            "403",
            "Not the caller's to do.",
            "404",
            "There is no such thing, or the caller may not see it.",
            "409",
            "It has moved on since the caller looked, or stands where this cannot be done.",
            "412",
            "`If-Match` names an older state.",
            "413",
            "More than is taken at once.",
            "422",
            "Understood, but it cannot be so; `errors` names the fields.");

    private static final Map<String, String> PARAMETERS = Map.of(
            "page",
            "Which page, counted from 0.",
            "size",
            "Entries on a page, 1 to " + PageRequest.LARGEST + ".",
            "Idempotency-Key",
            "A text of the caller's choice. The same key and body of a caller get the same answer;"
                    + " another body is refused (422).",
            "If-Match",
            "The `ETag` of the state that the change starts from, or several of them, one of which must stand now (a weak one"
                    + " never does); without it, or with `*`, whatever stands now. 412 when somebody else was first.");

    @Bean
    OpenApiCustomizer wholeApi() {
        return api -> {
            api.info(new Info().title("Noroshi").version("1").description(RULES))
                    .servers(null);
            describeCallers(api);
            describeFailures(api.getComponents());
            api.getPaths()
                    .forEach((path, item) ->
                            item.readOperationsMap().forEach((method, operation) -> describe(path, method, operation)));
        };
    }

    private static void describeCallers(OpenAPI api) {
        api.getComponents()
                .addSecuritySchemes(
                        "token",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("An API token."))
                .addSecuritySchemes(
                        "demo",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("basic")
                                .description("A demo account; in the demo only."));
        api.security(List.of(new SecurityRequirement().addList("token"), new SecurityRequirement().addList("demo")));
    }

    private static void describeFailures(Components components) {
        Schema<?> field = new ObjectSchema()
                .addProperty("field", new StringSchema().description("path in the input, such as `reporter.email`"))
                .addProperty("code", new StringSchema())
                .addProperty("message", new StringSchema());
        components.addSchemas(
                "Problem",
                new ObjectSchema()
                        .addProperty("type", new StringSchema().description("`/problems/<code>`, stable"))
                        .addProperty("title", new StringSchema())
                        .addProperty("status", new IntegerSchema())
                        .addProperty("detail", new StringSchema().description("what to do"))
                        .addProperty(
                                "errors", new ArraySchema().items(field).description("with 422: what must be changed"))
                        .required(List.of("type", "title", "status", "detail")));
        Content document = new Content()
                .addMediaType(
                        ProblemAnswers.MEDIA_TYPE,
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem")));
        PROBLEMS.forEach((status, text) -> components.addResponses(
                "Problem" + status, new ApiResponse().description(text).content(document)));
    }

    private static void describe(String path, HttpMethod method, Operation operation) {
        boolean asked =
                operation.getParameters() != null && !operation.getParameters().isEmpty();
        boolean changes = method != HttpMethod.GET;
        failures(operation, "401", "403");
        if (asked || changes) {
            failures(operation, "422");
        }
        if (path.contains("{")) {
            failures(operation, "404");
        }
        if (changes) {
            failures(operation, "400", "409", "413");
        }
        if (asked) {
            operation.getParameters().forEach(parameter -> describe(operation, parameter));
        }
    }

    private static void describe(Operation operation, Parameter parameter) {
        String known = PARAMETERS.get(parameter.getName());
        if (known != null && parameter.getDescription() == null) {
            parameter.setDescription(known);
        }
        if (parameter.getName().equals("If-Match")) {
            failures(operation, "412");
        }
        if (parameter.getName().equals("size")) {
            parameter.getSchema().minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(PageRequest.LARGEST));
        }
    }

    private static void failures(Operation operation, String... statuses) {
        for (String status : statuses) {
            operation.getResponses().addApiResponse(status, new ApiResponse().$ref("Problem" + status));
        }
    }
}
