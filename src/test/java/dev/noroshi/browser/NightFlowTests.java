package dev.noroshi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import dev.noroshi.CaseClient;
import dev.noroshi.NoroshiProcess;
import dev.noroshi.TestDatabase;
import dev.noroshi.demo.MailServer;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import tools.jackson.databind.JsonNode;

/**
 * New Year's night: an incident at 02:13, the CISO away, who stands in is silent, and the chief answers from the telephone by
 * mail. The roster had warned the day before.
 */
@ExtendWith(Chromium.class)
class NightFlowTests {

    private static final Pattern NUMBER = Pattern.compile("R\\d+-\\d{4,}");

    private final int port = NoroshiProcess.freePort();
    private final Map<String, String> database = TestDatabase.schema("noroshi_night");
    private final CaseClient people = new CaseClient(port);
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

    @Test
    void theAlarmReachesSomebodyWhoMayDecide() throws Exception {
        try (MailServer mail = MailServer.start(0, 0)) {
            sender.setHost("127.0.0.1");
            sender.setPort(mail.smtpPort());
            try (NoroshiProcess ignored = startAt("2026-12-31T02:13", mail)) {
                theRosterWarnsTheDayBefore();
            }
            try (NoroshiProcess ignored = startAt("2027-01-01T02:13", mail)) {
                theNight(mail.imapPort());
            }
        }
    }

    private NoroshiProcess startAt(String moment, MailServer mail) {
        List<String> arguments = new ArrayList<>(List.of(
                "--noroshi.demo.enabled=true",
                "--noroshi.demo.begins-at=" + moment,
                "--noroshi.demo.time-scale=60",
                "--server.port=" + port,
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mail.smtpPort(),
                "--noroshi.mail.imap.enabled=true",
                "--noroshi.mail.imap.host=127.0.0.1",
                "--noroshi.mail.imap.port=" + mail.imapPort(),
                "--noroshi.mail.imap.password=noroshi-demo"));
        database.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return NoroshiProcess.demo(Map.of(), arguments.toArray(String[]::new)).awaitReady();
    }

    private void theRosterWarnsTheDayBefore() {
        long alone = absence(Map.of());

        assertThat(holes()).contains("ciso L3 ciso absent 2026-12-31T15:00:00Z");
        try (Screen window = new Screen(port, "ja").signIn("handler")) {
            window.open("/roster/reach");
            assertThat(window.page().locator("main")).containsText("2027");
        }

        assertThat(people.post("ciso", "/api/v1/roster/absences/" + alone + "/end", Map.of())
                        .status())
                .isEqualTo(204);
        absence(Map.of("standIn", deputy()));
        assertThat(holes()).noneMatch(hole -> hole.startsWith("ciso L3 ciso absent"));
    }

    /** The CISO is away over the first three days of January. */
    private long absence(Map<String, ?> more) {
        Map<String, Object> holidays =
                new HashMap<>(Map.of("from", "2026-12-31T15:00:00Z", "until", "2027-01-03T15:00:00Z", "consent", true));
        holidays.putAll(more);
        CaseClient.Answer entered = people.post("ciso", "/api/v1/roster/absences", holidays);
        assertThat(entered.status()).as("%s", entered.body()).isEqualTo(201);
        return entered.body().get("id").asLong();
    }

    private long deputy() {
        JsonNode roles = people.get("admin", "/api/v1/roster").body().get("roles");
        return StreamSupport.stream(roles.spliterator(), false)
                .filter(role -> role.get("role").asString().equals("csirt-lead"))
                .map(role -> role.get("holders").get(0).get("id").asLong())
                .findFirst()
                .orElseThrow();
    }

    /** Ladder, level, role, reason and beginning of each. */
    private List<String> holes() {
        JsonNode holes = people.get("chief", "/api/v1/roster/reach").body().get("holes");
        return StreamSupport.stream(holes.spliterator(), false)
                .map(hole -> Stream.of("ladder", "level", "role", "reason", "from")
                        .map(name -> hole.get(name).asString())
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private void theNight(int imap) throws Exception {
        String number = report();
        try (Screen handler = new Screen(port, "ja").signIn("handler");
                Screen chief = new Screen(port, "ja").signIn("chief")) {
            people.complete("handler", number, "userTask_receive", Map.of());
            people.complete("handler", number, "userTask_evaluate", Map.of());
            handler.open("/incidents/" + number);
            assertThat(handler.page().locator(".chip--l3").first()).isVisible();

            new Mailbox("lead", imap, sender).letter(number, "要判断");
            theWindowTelephones(handler, number, imap);
            Mailbox box = new Mailbox("chief", imap, sender);
            MimeMessage letter = box.letter(number, "要判断");
            assertThat(letter.getContent().toString()).contains("1月1日");
            box.reply(letter, "了解です。");

            box.letter(number, "応答");
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> String.join("\n", people.timeline(number)).contains("渡辺"));
            new Mailbox("lead", imap, sender).letter(number, "応答");
            assertThat(people.tasks(number, "userTask_telephone", "open", "claimed"))
                    .as("nobody is telephoned any more")
                    .isEmpty();
            theDecisionIsHis(chief, number);
        }
    }

    /** The office is closed: besides the letter the window telephones who stands in for the CISO, and nobody picks up yet. */
    private void theWindowTelephones(Screen handler, String number, int imap) {
        String task = people.waiting(number, "userTask_telephone");
        handler.open("/tasks/" + task);
        assertThat(handler.page().locator("main")).containsText("伊藤　誠　090-0000-");
        new Mailbox("handler", imap, sender).letter(number, "作業", "電話をかけ");
    }

    private String report() {
        try (Screen staff = new Screen(port, "ja").signIn("staff")) {
            staff.open("/report");
            Page page = staff.page();
            page.getByText("そのほかの種別").click();
            page.check("input[name=type][value=intrusion]");
            page.fill("[name=description]", "公開サーバーの管理画面に、見覚えのないログインがある。");
            page.getByText("わかる範囲で、もう少し教えてください").click();
            page.check("input[name=segment][value=internet]");
            page.click("main form .button--primary");
            Matcher number = NUMBER.matcher(page.locator("main strong").innerText());
            assertThat(number.matches()).isTrue();
            return number.group();
        }
    }

    /** His word by mail took the step that the CISO was asked to take, and the pages say so. */
    private void theDecisionIsHis(Screen chief, String number) {
        String step = await().atMost(Duration.ofSeconds(30))
                .until(() -> people.tasks(number, "userTask_acknowledgeByCiso", "done"), done -> !done.isEmpty())
                .get(0);
        assertThat(people.get("chief", "/api/v1/tasks/" + step)
                        .body()
                        .get("assignee")
                        .asString())
                .isEqualTo("chief");
        chief.open("/tasks/" + step);
        assertThat(chief.page().locator("main")).containsText("渡辺　隆");
        chief.open("/incidents/" + number);
        assertThat(chief.page().locator(".timeline")).containsText("渡辺　隆");
    }
}
