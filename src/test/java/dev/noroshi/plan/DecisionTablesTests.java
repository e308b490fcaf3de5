package dev.noroshi.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped tables at their boundaries. A fact that is not named is null: an omitted answer. */
class DecisionTablesTests {

    private static final List<String> TYPES = words("malware ransomware suspicious-mail account-compromise intrusion "
            + "attempt mis-send mis-deliver mis-publish lost stolen mis-discard defacement dos sns insider violation "
            + "failure contractor disaster staffing utility vulnerability unknown");
    private static final RuleHits HITS = new RuleHits();
    private static final DmnEngine ENGINE = HITS.engine();
    private static final Map<String, DmnDecision> TABLES = new HashMap<>();
    private static final List<String> FACTS = List.of(
            "type,segment,personalInformation,personCount,myNumber,sensitive,financialHarm,malicious,medium,lifeline,"
                    .concat("serviceDownMinutes,rtoMinutes,availability,spread,society,encrypted,")
                    .concat(
                            "recoveredUnread,declared,addressee,dataCategory,level,ppcRequired,misuse,ladder,rung,target,kind,step")
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
        "type=mis-send personalInformation=yes personCount=1 malicious=yes, 3",
        "type=mis-send personalInformation=yes personCount=10000 sensitive=yes, 3",
        "type=mis-send personalInformation=yes personCount=10001 sensitive=yes, 4",
        "type=mis-send personalInformation=yes personCount=10001 financialHarm=yes, 4",
        "type=mis-deliver personalInformation=yes myNumber=yes medium=paper personCount=1, 2",
        "type=mis-send personalInformation=yes myNumber=yes medium=electronic personCount=1, 3",
        "type=mis-send myNumber=yes, 3",
        "type=mis-send personalInformation=yes personCount=101 recoveredUnread=yes, 1",
        "type=stolen, 2",
        "type=stolen personalInformation=yes, 3",
        "type=mis-send personalInformation=yes personCount=10001 myNumber=yes, 4",
        "type=account-compromise personalInformation=yes, 3",
        "type=insider, 3",
        "type=ransomware personalInformation=yes encrypted=yes personCount=10001 sensitive=yes, 4",
        "type=mis-send lifeline=yes, 4",
        "type=failure availability=0 spread=2 society=1, 2",
        "type=violation, 0",
        "type=vulnerability, 0",
        "type=suspicious-mail personalInformation=unknown, 1",
        "type=suspicious-mail personalInformation=yes personCount=0, 0",
        "type=suspicious-mail personalInformation=yes personCount=1, 1",
        "type=suspicious-mail personalInformation=yes personCount=10, 1",
        "type=suspicious-mail personalInformation=yes personCount=11, 2",
        "type=suspicious-mail personalInformation=yes personCount=100, 2",
        "type=suspicious-mail personalInformation=yes personCount=101, 3",
        "type=suspicious-mail personalInformation=yes sensitive=yes, 2",
        "type=suspicious-mail personalInformation=yes financialHarm=yes, 2",
        "type=suspicious-mail personalInformation=yes malicious=yes, 3",
        "type=suspicious-mail personalInformation=no malicious=yes, 0",
        "type=suspicious-mail myNumber=yes medium=paper, 2",
        "type=account-compromise personalInformation=yes malicious=no, 2",
        "type=account-compromise personalInformation=yes malicious=unknown, 3",
        "type=intrusion personalInformation=yes personCount=10001 sensitive=no, 3"
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
    @ValueSource(strings = {"availability", "spread", "society"})
    void eachScoreIsALevel(String score) {
        for (long level = 0; level <= 4; level++) {
            assertThat(decide("severity", "type=suspicious-mail " + score + "=" + level)
                            .<Long>getSingleEntry())
                    .isEqualTo(level);
        }
    }

    /** The floor of every duty to report: L2, and L3 where the law counts malice or more than a hundred people. */
    @ParameterizedTest
    @CsvSource({
        "sensitive=yes, 2",
        "financialHarm=yes, 2",
        "malicious=yes, 3",
        "personCount=101, 3",
        "myNumber=yes, 3",
        "myNumber=yes malicious=yes, 3",
        "myNumber=yes medium=paper personCount=101, 3"
    })
    void aReportableLeakHasItsFloorWhateverItsType(String facts, long floor) {
        for (String type : TYPES) {
            String given = "type=" + type + " personalInformation=yes " + facts;

            assertThat(decide("ppc-report", given)).as(type).isNotEmpty();
            assertThat(decide("severity", given).<Long>getSingleEntry())
                    .as(type)
                    .isGreaterThanOrEqualTo(floor);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "csirt, 0, no, csirt-handler 240 OFFICE_MINUTES true | csirt-lead 240 OFFICE_MINUTES true | chief 240 OFFICE_MINUTES true",
        "csirt, 1, no, csirt-handler 240 OFFICE_MINUTES true | csirt-lead 240 OFFICE_MINUTES true | chief 240 OFFICE_MINUTES true",
        "csirt, 2, closed, csirt-handler 60 MINUTES true | csirt-lead 60 MINUTES true | chief 60 MINUTES true",
        "csirt, 3, closed, csirt-handler 30 MINUTES true | csirt-lead 30 MINUTES true | chief 30 MINUTES true",
        "csirt, 4, always, csirt-handler 15 MINUTES true | csirt-lead 15 MINUTES true | chief 15 MINUTES true",
        "ciso, 0, no, ciso 1 OPEN_DAYS true | chief 1 OPEN_DAYS true | csirt-lead 1 OPEN_DAYS false",
        "ciso, 1, no, ciso 1 OPEN_DAYS true | chief 1 OPEN_DAYS true | csirt-lead 1 OPEN_DAYS false",
        "ciso, 2, no, ciso 1 OPEN_DAYS true | chief 1 OPEN_DAYS true | csirt-lead 1 OPEN_DAYS false",
        "ciso, 3, closed, ciso 30 MINUTES true | chief 30 MINUTES true | csirt-lead 30 MINUTES false",
        "ciso, 4, always, ciso 15 MINUTES true | chief 15 MINUTES true | csirt-lead 15 MINUTES false"
    })
    void ladderClimbsByLevelAndEnds(String ladder, long level, String telephone, String rungs) {
        List<String> expected = new ArrayList<>();
        Stream.of(rungs.split(" \\| ")).map(rung -> rung + " " + telephone).forEach(expected::add);
        expected.add("");

        assertThat(IntStream.rangeClosed(1, expected.size())
                        .mapToObj(
                                rung -> decide("escalation", "ladder=" + ladder + " level=" + level + " rung=" + rung))
                        .map(row -> row(row, "role", "amount", "unit", "decides", "telephone")))
                .containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "receive, 240 OFFICE_MINUTES | 240 OFFICE_MINUTES | 60 MINUTES | 30 MINUTES | 15 MINUTES",
        "evaluate, 1 OPEN_DAYS | 1 OPEN_DAYS | 240 MINUTES | 60 MINUTES | 30 MINUTES",
        "report-to-ciso, 1 OPEN_DAYS | 1 OPEN_DAYS | 0 OPEN_DAYS | 30 MINUTES | 15 MINUTES",
        "contain, 1 OPEN_DAYS | 1 OPEN_DAYS | 240 MINUTES | 120 MINUTES | 60 MINUTES",
        "evidence, 2 OPEN_DAYS | 2 OPEN_DAYS | 1 DAYS | 240 MINUTES | 240 MINUTES",
        "detach, 240 MINUTES | 240 MINUTES | 120 MINUTES | 30 MINUTES | 15 MINUTES",
        "reports, 1 OPEN_DAYS | 1 OPEN_DAYS | 240 MINUTES | 120 MINUTES | 60 MINUTES",
        "publication, 5 OPEN_DAYS | 5 OPEN_DAYS | 2 OPEN_DAYS | 1 DAYS | 240 MINUTES",
        "eradicate, 5 OPEN_DAYS | 5 OPEN_DAYS | 3 OPEN_DAYS | 2 DAYS | 1 DAYS",
        "restore, 5 OPEN_DAYS | 5 OPEN_DAYS | 3 OPEN_DAYS | 3 DAYS | 3 DAYS",
        "observation, 1 DAYS | 1 DAYS | 3 DAYS | 7 DAYS | 14 DAYS",
        "hand-over, 15 MINUTES | 15 MINUTES | 15 MINUTES | 15 MINUTES | 15 MINUTES",
        "bcp, 60 MINUTES | 60 MINUTES | 60 MINUTES | 60 MINUTES | 60 MINUTES",
        "declare-end, 2 OPEN_DAYS | 2 OPEN_DAYS | 1 OPEN_DAYS | 1 DAYS | 1 DAYS",
        "cause, 10 OPEN_DAYS | 10 OPEN_DAYS | 20 DAYS | 20 DAYS | 20 DAYS",
        "prevention, 20 OPEN_DAYS | 20 OPEN_DAYS | 30 DAYS | 30 DAYS | 30 DAYS",
        "closure, 5 OPEN_DAYS | 5 OPEN_DAYS | 5 OPEN_DAYS | 5 OPEN_DAYS | 5 OPEN_DAYS",
        "order-prevention, 5 OPEN_DAYS | 5 OPEN_DAYS | 5 OPEN_DAYS | 2 OPEN_DAYS | 2 OPEN_DAYS",
        "committee, 30 DAYS | 30 DAYS | 30 DAYS | 30 DAYS | 30 DAYS",
        "follow-up, 5 OPEN_DAYS | 5 OPEN_DAYS | 5 OPEN_DAYS | 5 OPEN_DAYS | 5 OPEN_DAYS",
        "confirm-roster, 10 OPEN_DAYS | 10 OPEN_DAYS | 10 OPEN_DAYS | 10 OPEN_DAYS | 10 OPEN_DAYS",
        "remind-roster, 7 DAYS | 7 DAYS | 7 DAYS | 7 DAYS | 7 DAYS",
        "telephone, 10 MINUTES | 10 MINUTES | 10 MINUTES | 10 MINUTES | 10 MINUTES",
        "call-again, 240 OFFICE_MINUTES | 240 OFFICE_MINUTES | 60 MINUTES | 30 MINUTES | 15 MINUTES",
        "measure, 60 DAYS | 60 DAYS | 60 DAYS | 30 DAYS | 30 DAYS",
        "second-person, 1 OPEN_DAYS | 1 OPEN_DAYS | 240 MINUTES | 60 MINUTES | 30 MINUTES",
        "draft, 2 OPEN_DAYS | 2 OPEN_DAYS | 1 DAYS | 240 MINUTES | 120 MINUTES",
        "submit, 1 OPEN_DAYS | 1 OPEN_DAYS | 240 MINUTES | 120 MINUTES | 60 MINUTES"
    })
    void targetFollowsTheLevel(String target, String byLevel) {
        assertThat(IntStream.rangeClosed(0, 4)
                        .mapToObj(level -> decide("time-targets", "target=" + target + " level=" + level))
                        .map(row -> row(row, "amount", "unit")))
                .containsExactly(byLevel.split(" \\| "));
    }

    @ParameterizedTest
    @CsvSource({
        "ppc-preliminary ppcRequired=true, true 5 DAYS web-form",
        "ppc-preliminary level=4 ppcRequired=false, false 5 DAYS web-form",
        "ppc-definitive ppcRequired=true misuse=true, true 60 DAYS web-form",
        "ppc-definitive ppcRequired=true misuse=false, true 30 DAYS web-form",
        "ppc-definitive ppcRequired=false misuse=false, false 30 DAYS web-form",
        "persons ppcRequired=true, true 5 OPEN_DAYS document",
        "persons ppcRequired=false, false 5 OPEN_DAYS document",
        "prefecture-mic level=2, false 1 OPEN_DAYS mail",
        "prefecture-mic level=3, true 1 DAYS mail",
        "prefecture segment=lgwan type=malware level=1, true 60 MINUTES phone",
        "prefecture segment=mynumber type=failure level=0, true 60 MINUTES phone",
        "prefecture segment=mynumber type=mis-send level=2, false 1 OPEN_DAYS phone",
        "prefecture segment=internet type=defacement level=1, true 60 MINUTES phone",
        "prefecture segment=internet type=mis-send level=2, false 1 OPEN_DAYS phone",
        "prefecture segment=ot type=failure level=2, true 60 MINUTES phone",
        "prefecture segment=ot type=failure level=1, false 1 OPEN_DAYS phone",
        "police type=lost level=1, true 1 DAYS visit",
        "police type=stolen level=2, true 1 DAYS phone",
        "police type=mis-send level=2 malicious=yes, true 1 DAYS phone",
        "police type=mis-send level=4 malicious=unknown, false 1 OPEN_DAYS phone",
        "jlis segment=lgwan level=1, true 60 MINUTES phone",
        "jlis segment=mynumber level=0, true 60 MINUTES phone",
        "jlis segment=internet level=4, false 1 OPEN_DAYS phone",
        "jlis level=4, false 1 OPEN_DAYS phone",
        "digital-agency segment=mynumber type=intrusion level=2, true 1 DAYS phone",
        "digital-agency segment=mynumber type=intrusion level=1, false 1 OPEN_DAYS phone",
        "digital-agency segment=lgwan type=intrusion level=4, false 1 OPEN_DAYS phone",
        "provider segment=external type=sns level=1, true 60 MINUTES web-form",
        "provider segment=ot level=1, true 60 MINUTES phone",
        "provider segment=internet type=dos level=2, true 1 DAYS phone",
        "provider type=contractor level=2, true 1 DAYS document",
        "provider segment=internet type=mis-send level=2, false 1 OPEN_DAYS phone",
        "ipa type=malware level=1, true 5 OPEN_DAYS mail",
        "ipa type=lost level=2, false 5 OPEN_DAYS mail",
        "jpcert type=dos level=2, true 5 OPEN_DAYS web-form",
        "jpcert type=suspicious-mail segment=internet level=2, true 5 OPEN_DAYS web-form",
        "jpcert type=suspicious-mail segment=internet level=1, false 5 OPEN_DAYS web-form",
        "jpcert level=2, false 5 OPEN_DAYS web-form",
        "nco type=ransomware level=3, true 1 OPEN_DAYS document",
        "nco type=dos level=1, false 1 OPEN_DAYS document",
        "legal-affairs dataCategory=family-register, true 1 DAYS phone",
        "legal-affairs dataCategory=census, false 1 OPEN_DAYS phone",
        "statistics dataCategory=census, true 1 DAYS phone",
        "statistics, false 1 OPEN_DAYS phone",
        "late-elderly-union dataCategory=late-elderly, true 1 DAYS phone",
        "late-elderly-union dataCategory=welfare, false 1 OPEN_DAYS phone",
        "insurance-union dataCategory=health-insurance, true 1 DAYS phone",
        "insurance-union dataCategory=medical, false 1 OPEN_DAYS phone",
        "local-tax-agency dataCategory=local-tax, true 1 DAYS phone",
        "local-tax-agency dataCategory=staff, false 1 OPEN_DAYS phone",
        "health-ministry dataCategory=medical, true 1 OPEN_DAYS document",
        "health-ministry dataCategory=other, false 1 OPEN_DAYS document",
        "assembly level=3, true 3 OPEN_DAYS visit",
        "assembly level=2, false 3 OPEN_DAYS visit"
    })
    void addresseeIsToldWhenItsRuleSaysSo(String facts, String expected) {
        DmnDecisionResult decided = decide("external-reports", "addressee=" + facts);

        assertThat(row(decided, "required", "dueAmount", "dueUnit", "channel")).isEqualTo(expected);
        assertThat(row(decided, "basis")).isNotBlank();
    }

    /** Each row's basis has words in both languages; the Japanese ones stand beside it in the table. */
    @ParameterizedTest
    @ValueSource(strings = {"ppc-report", "external-reports"})
    void everyBasisHasWordsInBothLanguages(String table) throws IOException {
        String model = Files.readString(Path.of("bpmn", table + ".dmn"));
        List<String> rules = Pattern.compile("(?s)<rule .*?</rule>")
                .matcher(model)
                .results()
                .map(MatchResult::group)
                .toList();

        assertThat(rules).hasSizeGreaterThan(8);
        for (String rule : rules) {
            List<String> outputs = Pattern.compile("<outputEntry [^>]*><text>\"(.*?)\"</text>")
                    .matcher(rule)
                    .results()
                    .map(output -> output.group(1))
                    .toList();
            String key = "reporting.basis." + outputs.get(outputs.size() - 1);
            String japanese = ResourceBundle.getBundle("messages/reporting", Locale.JAPANESE)
                    .getString(key);

            assertThat(rule).contains("<annotationEntry><text>" + japanese + "</text>");
            assertThat(ResourceBundle.getBundle("messages/reporting", Locale.ENGLISH)
                            .getString(key))
                    .isNotBlank()
                    .doesNotContainPattern("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");
        }
    }

    /** Publication criteria (domain: at once, half-yearly list, not); protection of persons comes before every "at once". */
    @ParameterizedTest
    @CsvSource({
        "type=mis-send level=4 personalInformation=yes lifeline=yes sensitive=yes personCount=500, none life",
        "type=mis-send level=4 personalInformation=no lifeline=yes, now grave",
        "type=failure level=2 personalInformation=yes lifeline=yes, now lifeline",
        "type=mis-send level=3 personalInformation=yes personCount=101 recoveredUnread=yes, none recovered",
        "type=ransomware level=2 personalInformation=yes sensitive=yes recoveredUnread=yes, now sensitive",
        "type=mis-send level=2 personalInformation=yes sensitive=yes, now sensitive",
        "type=lost level=2 personalInformation=yes sensitive=yes encrypted=yes, half-year otherwise",
        "type=lost level=2 personalInformation=yes financialHarm=yes, now financial",
        "type=stolen level=2 personalInformation=yes malicious=yes, now malicious",
        "type=mis-send level=2 personalInformation=yes personCount=100, half-year otherwise",
        "type=mis-send level=2 personalInformation=yes personCount=101, now persons",
        "type=mis-deliver level=2 personalInformation=yes myNumber=yes medium=paper, now my-number",
        "type=mis-send level=2 personalInformation=no personCount=500, half-year otherwise",
        "type=intrusion level=3, now grave",
        "type=failure level=1 serviceDownMinutes=0, half-year otherwise",
        "type=failure level=1 serviceDownMinutes=1, now stopped",
        "type=dos level=2, now visible",
        "type=malware level=1, half-year otherwise"
    })
    void publicationFollowsItsCriterion(String facts, String expected) {
        assertThat(row(decide("publication", facts), "publication", "basis")).isEqualTo(expected);
    }

    /** Each segment has bodies to tell, an effect of its own and a checklist, in both languages. */
    @ParameterizedTest
    @ValueSource(strings = {"mynumber", "lgwan", "internet", "external", "ot", "unknown"})
    void everySegmentIsContainedInItsOwnWay(String segment) {
        DmnDecisionResult decided = decide("containment", "segment=" + segment);

        for (String column : List.of("tell", "effect")) {
            assertThat(row(decided, column)).isEqualTo(column + "." + segment);
            for (Locale locale : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
                assertThat(ResourceBundle.getBundle("messages/incident", locale)
                                .getString("incident.containment." + column + "." + segment))
                        .isNotBlank();
            }
        }
        DmnDecisionResult items = decide("checklist", "step=userTask_containSpread segment=" + segment);
        assertThat(items.<String>collectEntries("item"))
                .hasSizeGreaterThan(1)
                .allMatch(item -> item.startsWith(segment + "-"));
    }

    @Test
    void whoCutsASegmentOffWritesDownWhenAndTellsWhoseWorkStandsStill() {
        for (String segment : List.of("", " segment=lgwan")) {
            assertThat(decide("checklist", "step=userTask_detachSegment" + segment)
                            .<String>collectEntries("item"))
                    .containsExactly("detach-note", "detach-tell");
        }
        assertThat(decide("checklist", "step=userTask_receive")).isEmpty();
    }

    /** BCC to 1,780; four paper notes; an unencrypted stick with accounts of 549; ransomware with eighteen voters. */
    @ParameterizedTest
    @CsvSource({
        "type=mis-send personalInformation=yes personCount=1780 medium=electronic, 3, 68-4, now",
        "type=lost personalInformation=yes personCount=4 medium=paper sensitive=no financialHarm=no, 2, '', half-year",
        "type=lost personalInformation=yes personCount=549 financialHarm=yes encrypted=no, 3, 68-2 68-4, now",
        "type=ransomware personalInformation=yes personCount=18, 3, 68-3, now"
    })
    void knownCasesAreJudgedAsTheyWere(String facts, long level, String items, String publication) {
        assertThat(decide("severity", facts + " declared=true").<Long>getSingleEntry())
                .isEqualTo(level);
        assertThat(decide("ppc-report", facts).collectEntries("item"))
                .containsExactlyInAnyOrderElementsOf(words(items));
        assertThat(row(decide("publication", facts + " level=" + level), "publication"))
                .isEqualTo(publication);
    }

    @ParameterizedTest
    @CsvSource({
        "RB-00, unknown",
        "RB-01, malware ransomware",
        "RB-02, suspicious-mail",
        "RB-03, account-compromise intrusion",
        "RB-04, mis-send mis-deliver",
        "RB-05, lost stolen mis-discard",
        "RB-06, defacement",
        "RB-07, dos",
        "RB-08, failure",
        "RB-09, disaster staffing utility",
        "RB-10, contractor",
        "RB-11, sns",
        "RB-12, insider violation",
        "RB-13, mis-publish",
        "RB-14, attempt vulnerability"
    })
    void typeChoosesItsRunbook(String runbook, String types) {
        for (String type : words(types)) {
            assertThat(row(decide("runbook", "type=" + type), "runbook")).isEqualTo(runbook);
        }
    }

    @AfterEach
    void ran(TestInfo test) {
        HITS.ran(test);
    }

    /** The tables' last word: a rule that decides no case above could say anything. */
    @AfterAll
    static void everyRuleOfEveryTableDecidesACase() {
        HITS.requireEveryRule(DecisionTablesTests.class);
    }

    @ParameterizedTest
    @CsvSource({
        "preliminary, DISCOVERY 1 DAYS notice/DISCOVERY 2 DAYS notice/DISCOVERY 3 DAYS warn/DISCOVERY 5 DAYS last",
        "definitive, BEFORE_DUE 7 DAYS notice/BEFORE_DUE 3 DAYS warn/BEFORE_DUE 0 DAYS last",
        "first, BEFORE_DUE 60 MINUTES warn/BEFORE_DUE 0 MINUTES last",
        "other, ''"
    })
    void remindersComeStepByStep(String kind, String steps) {
        DmnDecisionResult decided = decide("report-reminders", "kind=" + kind);

        assertThat(decided.stream()
                        .map(row -> row.getEntryMap())
                        .map(row -> row.get("origin") + " " + row.get("amount") + " " + row.get("unit") + " "
                                + row.get("urgency"))
                        .collect(java.util.stream.Collectors.joining("/")))
                .isEqualTo(steps);
        assertThat(decided.stream().map(row -> row.getEntryMap().get("step")))
                .containsExactlyElementsOf(java.util.stream.LongStream.rangeClosed(1, decided.size())
                        .boxed()
                        .toList());
    }

    private static DmnDecisionResult decide(String table, String given) {
        Map<String, Object> facts = new HashMap<>();
        FACTS.forEach(name -> facts.put(name, null));
        words(given).forEach(fact -> facts.put(fact.split("=")[0], value(fact.split("=")[1])));
        DmnDecision decision = TABLES.computeIfAbsent(table, DecisionTablesTests::parsed);
        return ENGINE.evaluateDecision(decision, facts);
    }

    private static DmnDecision parsed(String table) {
        InputStream xml = DecisionTablesTests.class.getResourceAsStream("/bpmn/" + table + ".dmn");
        return ENGINE.parseDecision(table, xml);
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
