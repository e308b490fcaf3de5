package dev.noroshi.plan;

import static dev.noroshi.plan.EditionClient.EDITIONS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.CaseClient.Answer;
import dev.noroshi.NoroshiTest;
import dev.noroshi.PageClient;
import dev.noroshi.plan.check.PlanFiles;
import dev.noroshi.workflow.Processes;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A revised plan from its upload to the first case that runs on it, and back. */
@NoroshiTest
class EditionsFlowTests extends RevisedCity {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Processes processes;

    @Autowired
    private ShippedPlan shipped;

    @Autowired
    private PlanEditions plans;

    @Test
    void aNewCaseGetsTheNewStepAndAnOldOneDoesNot() {
        String old = city.report("malware", Map.of());
        Answer uploaded = editions.upload("lead", RevisedPlan.withAnnouncement().zip(), "庁内放送を加える");
        assertThat(uploaded.status()).as("%s", uploaded.body()).isEqualTo(201);
        int number = numberOf(uploaded);
        assertThat(uploaded.body().get("findings")).as("%s", uploaded.body()).isEmpty();
        assertThat(uploaded.body().get("changes").toString())
                .contains("\"kind\":\"ADDED\"", "庁内放送", "庁内放送 → 受領した")
                .contains("\"what\":\"to\",\"before\":\"受領した\",\"after\":\"庁内放送\"");

        assertThat(city.post("lead", EDITIONS + "/" + number + "/approval", Map.of())
                        .status())
                .as("who made it")
                .isEqualTo(403);
        assertThat(city.post("handler", EDITIONS + "/" + number + "/approval", Map.of())
                        .status())
                .isEqualTo(403);
        Answer approved = city.post("chief", EDITIONS + "/" + number + "/approval", Map.of("note", "よい"));

        assertThat(approved.status()).as("%s", approved.body()).isEqualTo(200);
        assertThat(approved.body().get("state").asString()).isEqualTo("running");
        assertThat(approved.body().get("judgedBy").asString()).isEqualTo("chief");
        String fresh = city.report("malware", Map.of());
        city.complete("handler", fresh, "userTask_receive", Map.of());
        city.complete("handler", fresh, RevisedPlan.STEP, Map.of());
        city.waiting(fresh, "userTask_evaluate");
        city.complete("handler", old, "userTask_receive", Map.of());
        city.waiting(old, "userTask_evaluate");
        assertThat(city.tasks(old, RevisedPlan.STEP)).isEmpty();
        assertThat(city.post("chief", EDITIONS + "/" + number + "/approval", Map.of())
                        .status())
                .as("decided already")
                .isEqualTo(409);
    }

    @Test
    void anOpenCaseMovesOnlyWhenItIsMovedAndOnlyWhereItCanStand() {
        String atReceipt = city.report("malware", Map.of());
        city.waiting(atReceipt, "userTask_receive");
        Instant dueBefore = due(atReceipt, "userTask_receive");
        Instant timerBefore = timer(atReceipt);
        int number = editions.draft(RevisedPlan.withAnnouncement());
        city.post("chief", EDITIONS + "/" + number + "/approval", Map.of());
        String moves = EDITIONS + "/" + number + "/moves";
        assertThat(city.get("handler", moves).status()).isEqualTo(403);

        JsonNode preview = candidate(city.get("lead", moves + "?incident=" + atReceipt), atReceipt);
        assertThat(preview.get("movable").asBoolean()).isTrue();
        assertThat(preview.get("edition").asInt()).isEqualTo(before);
        assertThat(candidate(city.get("lead", moves + "?incident=" + atReceipt), atReceipt)
                        .get("edition")
                        .asInt())
                .as("a preview moves nothing")
                .isEqualTo(before);
        assertThat(city.post("lead", moves, Map.of("incidents", List.of(atReceipt)))
                        .status())
                .as("no reason")
                .isEqualTo(422);
        Answer moved = city.post("lead", moves, Map.of("incidents", List.of(atReceipt), "reason", "放送が要る"));

        assertThat(moved.status()).as("%s", moved.body()).isEqualTo(200);
        assertThat(moved.body().get("items")).isEmpty();
        assertThat(due(atReceipt, "userTask_receive")).isEqualTo(dueBefore);
        assertThat(timer(atReceipt)).isEqualTo(timerBefore);
        assertThat(city.timeline(atReceipt)).anyMatch(line -> line.contains("第" + number + "版へ移しました"));
        city.complete("handler", atReceipt, "userTask_receive", Map.of());
        city.waiting(atReceipt, RevisedPlan.STEP);

        editions.goBackTo(before);
        Answer back = city.get("lead", EDITIONS + "/" + editions.running() + "/moves?incident=" + atReceipt);
        JsonNode stuck = candidate(back, atReceipt);
        assertThat(stuck.get("movable").asBoolean()).isFalse();
        assertThat(stuck.get("obstacles").toString()).contains(RevisedPlan.STEP, "庁内放送");
        Answer refused = city.post(
                "lead",
                EDITIONS + "/" + editions.running() + "/moves",
                Map.of("incidents", List.of(atReceipt), "reason", "戻す"));
        assertThat(refused.body().get("items")).hasSize(1);
        city.complete("handler", atReceipt, RevisedPlan.STEP, Map.of());
        city.waiting(atReceipt, "userTask_evaluate");
    }

    /** What every start-up does. */
    @Test
    void aStartWithAKnownPlanDeploysNothing() throws Exception {
        int deployed = processes.editions().size();

        shipped.offer(PlanFiles.in(Path.of("bpmn")).contents());

        assertThat(processes.editions()).hasSize(deployed);
        assertThat(editions.running()).isEqualTo(before);
    }

    /** A later version of the product beside the city's own plan. */
    @Test
    void aNewShippedPlanWaitsForApprovalWhereTheCityHasItsOwn() {
        int own = editions.draft(RevisedPlan.withAnnouncement());
        city.post("chief", EDITIONS + "/" + own + "/approval", Map.of());
        RevisedPlan update = new RevisedPlan()
                .replace(
                        "detect.bpmn",
                        "name=\"受領\"",
                        "name=\"受領 " + Instant.now().toEpochMilli() + "\"");

        shipped.offer(update.files());

        JsonNode newest = city.get("lead", EDITIONS).body().get("items").get(0);
        assertThat(newest.get("origin").asString()).isEqualTo("shipped");
        assertThat(newest.get("state").asString()).isEqualTo("draft");
        assertThat(editions.running()).isEqualTo(own);
    }

    private static JsonNode candidate(Answer moves, String incident) {
        for (JsonNode candidate : moves.body().get("items")) {
            if (candidate.get("incident").asString().equals(incident)) {
                return candidate;
            }
        }
        throw new AssertionError(incident + " is not in " + moves.body());
    }

    private Instant due(String incident, String element) {
        Answer task = city.get("handler", "/api/v1/tasks/" + city.waiting(incident, element));
        return Instant.parse(task.body().get("due").asString());
    }

    /** When the call for the case climbs. */
    private Instant timer(String incident) {
        return jdbc.sql("select j.DUEDATE_ from ACT_RU_JOB j join ACT_RU_EXECUTION e on e.ID_ = j.PROCESS_INSTANCE_ID_"
                        + " where e.BUSINESS_KEY_ like ? and j.TYPE_ = 'timer'")
                .param(incident + "-C%")
                .query(java.sql.Timestamp.class)
                .single()
                .toInstant();
    }

    @Test
    void aFaultyPlanIsKeptWithWhatIsWrongAndNeverRuns() {
        byte[] faulty = RevisedPlan.withAnnouncement()
                .replace("detect.bpmn", "camunda:candidateGroups=\"window\">", "camunda:candidateGroups=\"windov\">")
                .zip();
        Answer uploaded = editions.upload("lead", faulty, "");

        JsonNode finding = uploaded.body().get("findings").get(0);
        assertThat(finding.get("element").asString()).isEqualTo(RevisedPlan.STEP);
        assertThat(finding.get("elementName").asString()).isEqualTo("庁内放送");
        assertThat(finding.get("what").asString()).contains("windov");
        Answer approved = city.post("chief", EDITIONS + "/" + numberOf(uploaded) + "/approval", Map.of());
        assertThat(approved.status()).isEqualTo(422);
        assertThat(approved.body().get("title").asString()).contains("誤り");
        assertThat(city.post("chief", EDITIONS + "/" + numberOf(uploaded) + "/rejection", Map.of("note", "役割名"))
                        .body()
                        .get("state")
                        .asString())
                .isEqualTo("rejected");
        assertThat(editions.running()).isEqualTo(before);
    }

    @Test
    void aHostileFileIsKeptAsTextAndNeverRead() {
        byte[] hostile = new RevisedPlan()
                .replace(
                        "detect.bpmn",
                        "<bpmn:definitions",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><bpmn:definitions")
                .zip();
        Answer uploaded = editions.upload("lead", hostile, "");
        int number = numberOf(uploaded);

        assertThat(uploaded.body().get("findings").toString()).contains("xml.doctype");
        HttpResponse<String> model =
                new PageClient(port, "chief").get("/plan/editions/" + number + "/models/detect.bpmn?lang=en");
        assertThat(model.statusCode()).isEqualTo(200);
        assertThat(model.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(model.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(model.body()).contains("<!DOCTYPE").doesNotContain("root:");
        assertThat(city.post("chief", EDITIONS + "/" + number + "/approval", Map.of())
                        .status())
                .isEqualTo(422);
    }

    @Test
    void anApprovedPlanWaitsForItsDay() {
        int number =
                numberOf(editions.upload("lead", RevisedPlan.withAnnouncement().zip(), ""));
        LocalDate tomorrow = LocalDate.now(ZoneId.of("Asia/Tokyo")).plusDays(1);

        Answer approved =
                city.post("ciso", EDITIONS + "/" + number + "/approval", Map.of("effectiveFrom", tomorrow.toString()));

        assertThat(approved.body().get("state").asString()).isEqualTo("approved");
        assertThat(Instant.parse(approved.body().get("effectiveFrom").asString()))
                .isEqualTo(tomorrow.atStartOfDay(ZoneId.of("Asia/Tokyo")).toInstant());
        assertThat(editions.running()).isEqualTo(before);
        assertThat(city.post("handler", EDITIONS + "/" + number + "/withdrawal", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(city.post("lead", EDITIONS + "/" + number + "/withdrawal", Map.of("note", "誤り"))
                        .status())
                .isEqualTo(422);
        assertThat(city.post("lead", EDITIONS + "/" + number + "/withdrawal", Map.of())
                        .body()
                        .get("state")
                        .asString())
                .isEqualTo("withdrawn");
    }

    /** The day comes after an update whose check asks for a model that the plan has not. */
    @Test
    void anApprovedPlanThatNoLongerPassesGoesBackToItsAuthorAndStopsNothing() {
        int number =
                numberOf(editions.upload("lead", RevisedPlan.withAnnouncement().zip(), ""));
        LocalDate tomorrow = LocalDate.now(ZoneId.of("Asia/Tokyo")).plusDays(1);
        city.post("ciso", EDITIONS + "/" + number + "/approval", Map.of("effectiveFrom", tomorrow.toString()));
        jdbc.sql("delete from plan_edition_file where edition = ? and name = 'roster-confirmation.bpmn'")
                .param(number)
                .update();
        jdbc.sql(
                        "update plan_edition set digest = ?, effective_from = utc_timestamp(6) - interval 1 minute where number = ?")
                .params("0".repeat(64), number)
                .update();

        plans.runDue();

        assertThat(editions.running()).isEqualTo(before);
        JsonNode edition = city.get("lead", EDITIONS + "/" + number).body();
        assertThat(edition.toString()).contains("\"rejected\"", "承認の後に製品が新しくなり", "roster-confirmation.bpmn");
        assertThat(letters("plan/" + number + "/plan-rejected")).hasSize(1);
    }

    @Test
    void whatIsExportedIsWhatWasUploaded() throws Exception {
        byte[] zip = RevisedPlan.withAnnouncement().zip();
        int number = numberOf(editions.upload("lead", zip, ""));

        byte[] exported = city.bytes("auditor", EDITIONS + "/" + number + "/files");

        assertThat(entries(exported)).isEqualTo(entries(zip)).hasSizeGreaterThan(10);
        assertThat(city.post("lead", EDITIONS + "/" + number + "/withdrawal", Map.of())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoMakesNoPlansUploadsNoneAndStaffReadNone() {
        assertThat(editions.upload("handler", RevisedPlan.withAnnouncement().zip(), "")
                        .status())
                .isEqualTo(403);
        assertThat(editions.upload("lead", new RevisedPlan().zip(), "").status())
                .as("the running plan")
                .isEqualTo(422);
        assertThat(editions.upload("lead", new byte[] {1, 2, 3}, "").status()).isEqualTo(422);
        assertThat(city.get("staff", EDITIONS).status()).isEqualTo(403);
        assertThat(city.get("staff", EDITIONS + "/" + before + "/files").status())
                .isEqualTo(403);
        assertThat(city.get("lead", EDITIONS + "/99999").status()).isEqualTo(404);
    }

    @Test
    void whoApprovesIsToldByMailAndTheAuthorToo() {
        int number =
                numberOf(editions.upload("lead", RevisedPlan.withAnnouncement().zip(), "放送"));
        city.post("chief", EDITIONS + "/" + number + "/rejection", Map.of("note", "図を直す"));

        assertThat(letters("plan/" + number + "/plan-approval"))
                .containsExactly("ciso@city.example.jp", "chief@city.example.jp");
        assertThat(letters("plan/" + number + "/plan-rejected")).containsExactly("lead@city.example.jp");
    }

    private Set<String> letters(String key) {
        return new java.util.LinkedHashSet<>(
                java.util.List.of(jdbc.sql("select recipients from mail_out where letter_key = ?")
                        .param(key)
                        .query(String.class)
                        .single()
                        .split(",")));
    }

    private static int numberOf(Answer uploaded) {
        assertThat(uploaded.status()).as("%s", uploaded.body()).isEqualTo(201);
        return uploaded.body().get("edition").get("number").asInt();
    }

    private static Set<String> entries(byte[] zip) throws Exception {
        Set<String> entries = new HashSet<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.add(entry.getName().replace("plan/", "")
                        + new String(in.readAllBytes(), StandardCharsets.UTF_8).hashCode());
            }
        }
        return entries;
    }
}
