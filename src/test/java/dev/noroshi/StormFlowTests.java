package dev.noroshi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noroshi.Mailbox.Mail;
import dev.noroshi.demo.MailServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A hundred cases at once: each person gets a list instead of a hundred letters, and every call in it can be answered. */
class StormFlowTests {

    private static final int CASES = 100;
    private static final Pattern NUMBER = Pattern.compile("R\\d+-\\d{4,}");

    private final int port = NoroshiProcess.freePort();
    private final CaseClient people = new CaseClient(port);

    @Test
    void aHundredCasesAreOneLetterWithAListAndNoneIsLost() {
        try (MailServer mail = MailServer.start(0, 0);
                NoroshiProcess ignored = start(mail)) {
            Set<String> cases = IntStream.range(0, CASES)
                    .mapToObj(n -> people.report(n % 10 == 7 ? "intrusion" : "malware", Map.of()))
                    .collect(Collectors.toCollection(TreeSet::new));
            Mailbox handler = box(mail, "handler");

            everyCaseIsNamed(handler, cases);
            everyCaseIsNamed(box(mail, "handler2"), cases);
            everyCaseIsNamed(box(mail, "manager"), cases);
            for (String person : List.of("handler", "handler2", "manager")) {
                assertThat(box(mail, person).read()).as(person).hasSizeLessThan(CASES / 5);
            }
            theHighestLevelStandsFirst(handler);

            Mail list = lists(handler).get(0);
            String one = oneNumberAnswersOneCallOnly(handler, list);
            aDecisionDoesNotCountForMany(handler, list);
            okAnswersAll(handler, cases, one);
        }
    }

    private NoroshiProcess start(MailServer mail) {
        List<String> arguments = new ArrayList<>(List.of(
                "--noroshi.demo.enabled=true",
                "--server.port=" + port,
                "--noroshi.mail.storm.moment=PT4S",
                "--noroshi.mail.storm.pause=PT4S",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mail.smtpPort(),
                "--noroshi.mail.imap.enabled=true",
                "--noroshi.mail.imap.host=127.0.0.1",
                "--noroshi.mail.imap.port=" + mail.imapPort(),
                "--noroshi.mail.imap.password=noroshi-demo"));
        TestDatabase.schema("noroshi_storm").forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return NoroshiProcess.demo(Map.of(), arguments.toArray(String[]::new)).awaitReady();
    }

    private static Mailbox box(MailServer mail, String account) {
        return new Mailbox(account + "@city.example.jp", mail.smtpPort(), mail.imapPort());
    }

    private static void everyCaseIsNamed(Mailbox box, Set<String> cases) {
        await("every case told to " + box.address())
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .until(
                        () -> box.read().stream()
                                .flatMap(letter -> NUMBER.matcher(letter.subject() + " " + letter.text())
                                        .results())
                                .map(MatchResult::group)
                                .collect(Collectors.toSet()),
                        told -> told.containsAll(cases));
    }

    private static List<Mail> lists(Mailbox box) {
        return box.read().stream()
                .filter(letter ->
                        letter.subject().contains("件の一覧") && letter.subject().contains("要応答"))
                .toList();
    }

    private static void theHighestLevelStandsFirst(Mailbox box) {
        lists(box).forEach(list -> {
            List<String> levels = Pattern.compile("(?m)^\\d+\\. .*【(レベル\\d)")
                    .matcher(list.text())
                    .results()
                    .map(line -> line.group(1))
                    .toList();
            assertThat(levels).isNotEmpty().isSortedAccordingTo((a, b) -> b.compareTo(a));
        });
    }

    private String oneNumberAnswersOneCallOnly(Mailbox box, Mail list) {
        String number = NUMBER.matcher(list.text())
                .results()
                .map(MatchResult::group)
                .skip(3)
                .findFirst()
                .orElseThrow();

        box.answer(list, number + " 了解");

        settled(
                "the call of " + number,
                calls -> calls.stream()
                        .anyMatch(call -> call.get("incident").asString().equals(number)));
        assertThat(acknowledged()).hasSize(1);
        return number;
    }

    private void aDecisionDoesNotCountForMany(Mailbox box, Mail list) {
        box.answer(list, "承認します。");

        await("a letter that says so")
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        box.read().stream().anyMatch(letter -> letter.text().contains("番号を付けて1件ずつ")));
        assertThat(acknowledged()).hasSize(1);
        assertThat(people.get("handler", "/api/v1/mails?state=aside").body().get("items"))
                .extracting(mail -> mail.get("reason").asString())
                .contains("one-by-one");
    }

    private void okAnswersAll(Mailbox box, Set<String> cases, String one) {
        for (Mail letter : box.read()) {
            if (letter.subject().matches(".*\\[#[0-9A-Z]+]")) {
                box.answer(letter, "了解しました。");
            }
        }

        settled("all calls", calls -> calls.size() >= CASES);
        List<JsonNode> calls = acknowledged();
        assertThat(calls)
                .hasSize(CASES)
                .allMatch(call -> call.get("answeredBy").asString().equals("handler"));
        assertThat(calls.stream().map(call -> call.get("incident").asString()))
                .containsExactlyInAnyOrderElementsOf(cases);
        assertThat(people.timeline(one))
                .filteredOn(line -> line.startsWith("answer "))
                .hasSize(1);
        assertThat(people.get("handler", "/api/v1/mails?direction=out&incident=" + one)
                        .body()
                        .toString())
                .contains("\"listed\"");
        await("one letter that says so")
                .atMost(Duration.ofSeconds(30))
                .until(() -> box.read().stream()
                        .anyMatch(letter -> letter.subject().contains("応答を確認】")
                                && letter.subject().contains("件の連絡")));
    }

    private void settled(String what, Predicate<List<JsonNode>> done) {
        await(what)
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(500))
                .until(this::acknowledged, done);
    }

    private List<JsonNode> acknowledged() {
        JsonNode calls = people.get("chief", "/api/v1/escalations?state=acknowledged&size=200")
                .body()
                .get("items");
        return StreamSupport.stream(calls.spliterator(), false)
                .filter(call -> call.get("subject").asString().equals("userTask_receive"))
                .toList();
    }
}
