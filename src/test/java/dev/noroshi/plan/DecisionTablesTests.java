package dev.noroshi.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped tables at their boundaries. A fact that is not named is null: an omitted answer. */
class DecisionTablesTests {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final List<String> FACTS = List.of(
            "type,segment,personalInformation,personCount,myNumber,sensitive,financialHarm,malicious,medium,lifeline,"
                    .concat("serviceDownMinutes,rtoMinutes,availability,spread,society,encrypted,")
                    .concat("recoveredUnread,declared,addressee,level,ppcRequired,ladder,rung,target")
                    .split(","));

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "type=suspicious-mail, 0",
        "type=suspicious-mail declared=true, 1",
        "type=attempt, 0",
        "type=unknown, 1",
        "type=failure, 1",
        "type=failure serviceDownMinutes=60 rtoMinutes=60, 1",
        "type=failure serviceDownMinutes=61 rtoMinutes=60, 3",
        "type=failure serviceDownMinutes=61, 1",
        "type=lost personalInformation=yes encrypted=yes, 1",
        "type=lost personalInformation=yes encrypted=no, 2",
        "type=lost encrypted=no, 2",
        "type=lost personalInformation=no, 1",
        "type=mis-send, 1",
        "type=mis-send personalInformation=no, 1",
        "type=mis-send personalInformation=yes, 2",
        "type=mis-send personalInformation=unknown, 2",
        "type=mis-send personalInformation=yes personCount=100, 2",
        "type=mis-send personalInformation=yes personCount=101, 3",
        "type=mis-send personalInformation=yes personCount=1 sensitive=yes, 2",
        "type=mis-send personalInformation=yes personCount=1 malicious=yes, 3",
        "type=mis-send personalInformation=yes personCount=10001, 3",
        "type=mis-send personalInformation=yes personCount=10000 sensitive=yes, 3",
        "type=mis-send personalInformation=yes personCount=10001 sensitive=yes, 4",
        "type=mis-send personalInformation=yes personCount=10001 financialHarm=yes, 4",
        "type=mis-send personalInformation=yes personCount=10001 myNumber=yes, 4",
        "type=mis-deliver personalInformation=yes myNumber=yes medium=paper personCount=1, 2",
        "type=mis-send personalInformation=yes myNumber=yes medium=electronic personCount=1, 3",
        "type=mis-send myNumber=yes, 3",
        "type=mis-send personalInformation=yes personCount=101 recoveredUnread=yes, 1",
        "type=stolen, 2",
        "type=stolen personalInformation=yes, 3",
        "type=stolen personalInformation=yes encrypted=yes, 2",
        "type=account-compromise personalInformation=yes, 3",
        "type=insider, 3",
        "type=ransomware, 3",
        "type=ransomware personalInformation=yes encrypted=yes personCount=10001 sensitive=yes, 4",
        "type=mis-send lifeline=yes, 4",
        "type=failure availability=0 spread=2 society=1, 2",
        "type=failure society=4, 4"
    })
    void highestRuleDecidesSeverity(String facts, long level) {
        assertThat(decide("severity", facts).getSingleResult().getEntryMap()).containsEntry("level", level);
    }

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "type=mis-send personalInformation=no personCount=500, ''",
        "type=mis-send personalInformation=yes personCount=100, ''",
        "type=mis-send personalInformation=yes personCount=101, 68-4",
        "type=mis-send personalInformation=yes personCount=101 recoveredUnread=yes, ''",
        "type=mis-send personalInformation=yes personCount=1 sensitive=yes, 68-1",
        "type=mis-send personalInformation=yes financialHarm=yes, 68-2",
        "type=mis-send personalInformation=yes malicious=yes, 68-3",
        "type=intrusion personalInformation=yes, 68-3",
        "type=intrusion personalInformation=yes malicious=unknown, 68-3",
        "type=intrusion personalInformation=yes malicious=no, ''",
        "type=lost personalInformation=yes encrypted=yes personCount=5000, ''",
        "type=ransomware personalInformation=yes encrypted=yes, 68-3",
        "type=ransomware personalInformation=yes recoveredUnread=yes, 68-3",
        "type=mis-send personalInformation=yes myNumber=yes medium=electronic, my-1",
        "type=mis-send myNumber=unknown medium=electronic, my-1",
        "type=mis-deliver personalInformation=yes myNumber=yes medium=paper personCount=100, ''",
        "type=mis-deliver personalInformation=yes myNumber=yes medium=paper personCount=101, 68-4 my-4",
        "type=mis-publish personalInformation=yes myNumber=yes medium=electronic, my-1 my-3",
        "type=insider myNumber=yes medium=paper malicious=yes, my-2"
    })
    void namesTheItemsThatMakeALeakReportable(String facts, String items) {
        assertThat(decide("ppc-report", facts).collectEntries("item"))
                .containsExactlyInAnyOrderElementsOf(words(items));
    }

    @ParameterizedTest
    @CsvSource({
        "csirt, 0, 1, csirt-handler 240 OFFICE_MINUTES true",
        "csirt, 1, 3, chief 240 OFFICE_MINUTES true",
        "csirt, 2, 2, csirt-lead 60 MINUTES true",
        "csirt, 3, 1, csirt-handler 30 MINUTES true",
        "csirt, 4, 3, chief 15 MINUTES true",
        "csirt, 4, 4, ''",
        "ciso, 0, 1, ciso 1 OPEN_DAYS true",
        "ciso, 1, 2, ''",
        "ciso, 2, 2, chief 1 OPEN_DAYS true",
        "ciso, 3, 3, csirt-lead 30 MINUTES false",
        "ciso, 4, 1, ciso 15 MINUTES true",
        "ciso, 4, 4, ''"
    })
    void ladderClimbsByLevel(String ladder, long level, long rung, String expected) {
        DmnDecisionResult result = decide("escalation", "ladder=" + ladder + " level=" + level + " rung=" + rung);

        assertThat(row(result, "role", "amount", "unit", "decides")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "receive, 0, 240 OFFICE_MINUTES",
        "receive, 1, 240 OFFICE_MINUTES",
        "receive, 2, 60 MINUTES",
        "receive, 4, 15 MINUTES",
        "evaluate, 1, 1 OPEN_DAYS",
        "evaluate, 2, 240 MINUTES",
        "evaluate, 3, 60 MINUTES",
        "report-to-ciso, 3, 30 MINUTES",
        "report-to-ciso, 4, 15 MINUTES"
    })
    void targetFollowsTheLevel(String target, long level, String expected) {
        assertThat(row(decide("time-targets", "target=" + target + " level=" + level), "amount", "unit"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "receive",
                "evaluate",
                "report-to-ciso",
                "contain",
                "evidence",
                "detach",
                "reports",
                "publication",
                "eradicate",
                "restore",
                "observation",
                "declare-end",
                "cause",
                "prevention",
                "closure",
                "second-person",
                "draft",
                "submit"
            })
    void everyTargetHasATimeAtEveryLevel(String target) {
        for (int level = 0; level <= 4; level++) {
            assertThat(decide("time-targets", "target=" + target + " level=" + level))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "addressee=prefecture-mic level=2, false",
        "addressee=prefecture-mic level=3, true",
        "addressee=ppc level=1 ppcRequired=true, true",
        "addressee=ppc level=4 ppcRequired=false, false",
        "addressee=police type=lost level=1, true",
        "addressee=police type=mis-send level=2 malicious=yes, true",
        "addressee=police type=mis-send level=2, false",
        "addressee=jlis segment=lgwan level=1, true",
        "addressee=jlis segment=mynumber level=1, true",
        "addressee=jlis segment=internet level=4, false",
        "addressee=ipa type=malware level=1, true",
        "addressee=ipa type=lost level=2, false",
        "addressee=jpcert type=dos level=2, true",
        "addressee=jpcert level=2, false"
    })
    void addresseeIsToldWhenItsRuleSaysSo(String facts, boolean required) {
        Map<String, Object> decided =
                decide("external-reports", facts).getSingleResult().getEntryMap();

        assertThat(decided).containsEntry("required", required).containsKeys("dueAmount", "dueUnit", "basis");
    }

    @ParameterizedTest
    @CsvSource({
        "malware, RB-01",
        "ransomware, RB-01",
        "suspicious-mail, RB-02",
        "account-compromise, RB-03",
        "intrusion, RB-03",
        "attempt, RB-14",
        "mis-send, RB-04",
        "mis-deliver, RB-04",
        "mis-publish, RB-13",
        "lost, RB-05",
        "stolen, RB-05",
        "mis-discard, RB-05",
        "defacement, RB-06",
        "dos, RB-07",
        "sns, RB-11",
        "insider, RB-12",
        "violation, RB-12",
        "failure, RB-08",
        "contractor, RB-10",
        "disaster, RB-09",
        "staffing, RB-09",
        "utility, RB-09",
        "vulnerability, RB-14"
    })
    void typeChoosesItsRunbook(String type, String runbook) {
        assertThat(row(decide("runbook", "type=" + type), "runbook")).isEqualTo(runbook);
    }

    private static DmnDecisionResult decide(String table, String given) {
        Map<String, Object> facts = new HashMap<>();
        FACTS.forEach(name -> facts.put(name, null));
        words(given).forEach(fact -> facts.put(fact.split("=")[0], value(fact.split("=")[1])));
        InputStream xml = DecisionTablesTests.class.getResourceAsStream("/bpmn/" + table + ".dmn");
        return ENGINE.evaluateDecision(ENGINE.parseDecision(table, xml), facts);
    }

    private static Object value(String text) {
        if (text.matches("true|false")) {
            return Boolean.valueOf(text);
        }
        return text.matches("\\d+") ? (Object) Long.valueOf(text) : text;
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : Arrays.asList(text.split(" "));
    }

    private static String row(DmnDecisionResult result, String... outputs) {
        if (result.isEmpty()) {
            return "";
        }
        Map<String, Object> entries = result.getSingleResult().getEntryMap();
        return String.join(
                " ",
                Arrays.stream(outputs)
                        .map(it -> String.valueOf(entries.get(it)))
                        .toList());
    }
}
