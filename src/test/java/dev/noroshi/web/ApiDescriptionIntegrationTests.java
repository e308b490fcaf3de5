package dev.noroshi.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.Caller;
import dev.noroshi.NoroshiTest;
import dev.noroshi.incident.IncidentTypes;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What {@code /v3/api-docs} says of the interface that programs rely on. */
@NoroshiTest
class ApiDescriptionIntegrationTests {

    @LocalServerPort
    int port;

    private JsonNode api;

    @BeforeEach
    void read() {
        api = Caller.read(Caller.program(port, "auditor").get("/v3/api-docs"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "post  | first-reports                    | Idempotency-Key",
                "get   | first-reports/{receipt}          | receipt",
                "get   | incidents                        | phase level type segment q page size",
                "get   | incidents/{number}               | number",
                "patch | incidents/{number}               | number If-Match",
                "get   | incidents/{number}/timeline      | number page size",
                "get   | incidents/{number}/process       | number",
                "get   | incidents/{number}/evidence      | number page size",
                "post  | incidents/{number}/evidence      | number Idempotency-Key",
                "post  | incidents/{number}/notes         | number Idempotency-Key",
                "post  | incidents/{number}/level         | number",
                "post  | incidents/{number}/withdrawal    | number",
                "get   | tasks                            | assignee role incident overdue page size",
                "get   | tasks/{id}                       | id",
                "post  | tasks/{id}/claim                 | id",
                "post  | tasks/{id}/release               | id",
                "post  | tasks/{id}/completion            | id",
                "get   | escalations                      | incident state page size",
                "get   | escalations/{id}                 | id",
                "post  | escalations/{id}/acknowledgement | id",
                "get   | reports                          | incident due page size",
                "get   | mails                            | incident direction page size",
                "get   | roster                           | ''",
                "get   | roster.csv                       | ''",
                "post  | roster/import                    | preview consent If-Match",
                "get   | roster/confirmations             | ''",
                "post  | roster/confirmations             | ''",
                "get   | roster/people/{person}/contacts  | person",
                "post  | roster/people/{person}/contacts  | person",
                "get   | roster/people/{person}/posts     | person",
                "post  | roster/people/{person}/posts     | person",
                "post  | roster/people/{person}/posts/{post}/end | person post",
                "get   | roster/sections                  | ''",
                "post  | roster/sections                  | ''",
                "post  | roster/sections/{id}/succession  | id",
                "post  | roster/sections/{id}/end         | id",
                "get   | roster/absences                  | ''",
                "post  | roster/absences                  | ''",
                "post  | roster/absences/{id}/end         | id",
                "get   | roster/reach                     | role at level",
                "get   | roster/duties                    | weeks",
                "post  | roster/duties                    | ''",
                "post  | roster/duties/{id}/swaps         | id",
                "post  | roster/duties/{id}/end           | id",
                "get   | roster/appointments              | ''",
                "post  | roster/appointments              | ''",
                "post  | roster/appointments/{id}/end     | id",
                "get   | calendar/days                    | year",
                "post  | calendar/days                    | ''",
                "post  | calendar/days/{day}/restoration  | day",
                "get   | roster/call-tree                 | ''",
                "get   | roster/preview                   | level at",
                "get   | plan/editions                    | ''",
            })
    void everyPathIsDescribedWithWhatItTakes(String method, String path, String parameters) {
        JsonNode operation = api.path("paths").path("/api/v1/" + path).path(method);

        assertThat(operation.path("responses").propertyNames()).contains("401", "403");
        assertThat(operation
                        .path("parameters")
                        .valueStream()
                        .map(it -> it.path("name").stringValue()))
                .containsAll(Stream.of(parameters.split(" "))
                        .filter(name -> !name.isEmpty())
                        .toList())
                .doesNotContain("filter");
    }

    @Test
    void whatChangesSomethingSaysWhatItTakesAndHowItFails() {
        api.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                    if (!method.equals("get")) {
                        assertThat(operation.path("requestBody").path("content").size())
                                .as(path)
                                .isPositive();
                        assertThat(operation.path("responses").propertyNames())
                                .as(path)
                                .contains("400", "409", "413", "422");
                    }
                }));
    }

    @Test
    void aCorrectionMayComeTooLate() {
        assertThat(api.at("/paths/~1api~1v1~1incidents~1{number}/patch/responses")
                        .propertyNames())
                .contains("412");
    }

    @Test
    void aCallAloneTellsHowItWent() {
        JsonNode call = api.at("/paths/~1api~1v1~1escalations~1{id}/get/responses/200/content");
        String schema =
                call.valueStream().findFirst().orElseThrow().at("/schema/$ref").stringValue();

        assertThat(api.at(schema.substring(1) + "/properties").propertyNames())
                .contains("id", "incident", "subject", "rung", "role", "person", "calledAt", "state", "answeredBy")
                .contains("answeredAt", "via", "rungs", "next", "answers");
        assertThat(api.at("/components/schemas/RungPerson/properties").propertyNames())
                .contains("account", "name", "how", "state", "reason", "answeredAt");
    }

    @Test
    void aFailureIsAProblemDocument() {
        JsonNode unknown = api.path("components").path("responses").path("Problem404");

        assertThat(unknown.at("/content/application~1problem+json/schema/$ref").stringValue())
                .isEqualTo("#/components/schemas/Problem");
        assertThat(api.at("/components/schemas/Problem/properties").propertyNames())
                .containsExactlyInAnyOrder("type", "title", "status", "detail", "errors");
    }

    @Test
    void aFirstReportNamesWhatIsRequiredAndTheKeys() {
        JsonNode facts = api.path("components").path("schemas").path("Facts");

        assertThat(facts.path("required").valueStream().map(JsonNode::stringValue))
                .containsExactlyInAnyOrder("type", "discoveredAt", "description", "reporter");
        assertThat(facts.at("/properties/type/enum").valueStream().map(JsonNode::stringValue))
                .containsExactlyInAnyOrderElementsOf(Stream.of(IncidentTypes.PLAIN, IncidentTypes.FURTHER)
                        .flatMap(List::stream)
                        .toList());
        assertThat(api.at("/paths/~1api~1v1~1first-reports/post/responses").propertyNames())
                .contains("201");
    }
}
