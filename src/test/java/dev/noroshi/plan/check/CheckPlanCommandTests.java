package dev.noroshi.plan.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckPlanCommandTests {

    private static final LocalDate TODAY = LocalDate.now(Clock.system(ZoneId.of("Asia/Tokyo")));

    @TempDir
    private Path folder;

    private int code;

    private String run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        code = CheckPlanCommand.run(List.of(words), new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private String spoilt() throws IOException {
        PlanFiles files = ShippedPlan.copy()
                .replace("detect.bpmn", "window,csirt-handler", "mayor")
                .files();
        for (Map.Entry<String, byte[]> file : files.contents().entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        return folder.toString();
    }

    @Test
    void aGoodPlanIsToldInOneLine() {
        assertThat(run("bpmn")).contains("直すところはありません").hasLineCount(1);
        assertThat(code).isZero();
    }

    @Test
    void aBadPlanIsToldInBothLanguages() throws IOException {
        String plan = spoilt();

        assertThat(run(plan)).contains("detect.bpmn", "受領", "役割「mayor」はありません", "誤り 1 件");
        assertThat(code).isOne();
        assertThat(run(plan, "--lang", "en"))
                .contains("Take receipt", "There is no role “mayor”", "1 errors")
                .doesNotContain("受領");
    }

    @Test
    void programsReadItAsJson() throws IOException {
        JsonNode findings =
                JsonMapper.builder().build().readTree(run("--json", spoilt())).get("findings");

        assertThat(code).isOne();
        assertThat(findings).hasSize(1);
        JsonNode finding = findings.get(0);
        assertThat(finding.get("rule").asString()).isEqualTo("task.role-unknown");
        assertThat(finding.get("severity").asString()).isEqualTo("error");
        assertThat(finding.get("file").asString()).isEqualTo("detect.bpmn");
        assertThat(finding.get("element").asString()).isEqualTo("userTask_receive");
        assertThat(finding.get("elementName").asString()).isEqualTo("受領");
        assertThat(finding.get("whatToDo").asString()).isNotBlank();
    }

    @Test
    void aZipIsReadAsAFolderIs() throws IOException {
        Path zip = folder.resolve("plan.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, byte[]> file :
                    ShippedPlan.copy().files().contents().entrySet()) {
                out.putNextEntry(new ZipEntry("plan/" + file.getKey()));
                out.write(file.getValue());
            }
        }

        assertThat(run(zip.toString())).contains("直すところはありません");
        assertThat(code).isZero();
    }

    @Test
    void whatCannotBeReadIsToldWithoutATrace() {
        assertThat(run(folder.resolve("nothing").toString())).contains("読めません").hasLineCount(1);
        assertThat(code).isOne();
        assertThat(run(folder.toString())).contains("ファイルがありません");
        assertThat(code).isOne();
        assertThat(run()).contains("check-plan");
        assertThat(code).isOne();
        assertThat(run("bpmn", "--roster", folder.resolve("nobody.csv").toString()))
                .contains("体制表")
                .hasLineCount(1);
        assertThat(code).isOne();
    }

    @Test
    void theRosterSaysWhoIsMissing() throws IOException {
        Path roster = Files.writeString(folder.resolve("roster.csv"), """
                role,person,from,until
                window,森,,
                csirt-handler,森,,
                csirt-lead,森,,
                chief,森,,
                ciso,林,,%s
                system-manager,木,2020-04-01,2021-03-31
                privacy-officer,木,,
                """.formatted(TODAY.plusDays(7)));

        String told = run("bpmn", "--roster", roster.toString(), "--json");

        assertThat(code).isOne();
        assertThat(told)
                .contains("people.unheld", "system-manager")
                .contains("people.leaving", "林", TODAY.plusDays(7).toString())
                .contains("people.four-eyes", "userTask_approveClosure");
    }

    @Test
    void twoPersonsOfOneNameAreTwo() throws IOException {
        String lines = """
                role,person,email
                window,森,mori1@city.example.jp
                csirt-handler,森,mori1@city.example.jp
                csirt-lead,森,%1$s
                chief,森,%1$s
                ciso,森,%1$s
                system-manager,森,%1$s
                privacy-officer,森,%1$s
                """;
        Path one = Files.writeString(folder.resolve("one.csv"), lines.formatted("mori1@city.example.jp"));
        Path two = Files.writeString(folder.resolve("two.csv"), lines.formatted("mori2@city.example.jp"));

        assertThat(run("bpmn", "--roster", one.toString(), "--json")).contains("people.four-eyes");
        assertThat(run("bpmn", "--roster", two.toString(), "--json")).doesNotContain("userTask_approveClosure");
    }

    @Test
    void aRosterWithEverybodySaysNothing() throws IOException {
        Path roster = Files.writeString(folder.resolve("roster.csv"), """
                role,person
                window,森
                csirt-handler,森
                csirt-handler,林
                csirt-lead,木
                chief,本
                ciso,朴
                system-manager,木
                privacy-officer,本
                """);

        assertThat(run("bpmn", "--roster", roster.toString())).contains("直すところはありません");
        assertThat(code).isZero();
    }
}
