package dev.noroshi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;

/** Cases as the people of a city lead them: by pages, and by the mail that officials answer without any page. */
@BrowserTest
class CaseInBrowserFlowTests {

    private static final Set<String> CHIEFS = Set.of(
            "報告の承認",
            "危機管理（災害）対策本部へ引継ぎ",
            "ICT-BCPの発動の判断",
            "公表の判断",
            "終息宣言（CISO）",
            "再発防止策の指示",
            "情報セキュリティ委員会への報告",
            "完了の承認",
            "CISOの確認・指示");
    private static final Pattern NUMBER = Pattern.compile("R\\d+-\\d{4,}");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JavaMailSender sender;

    @Value("${noroshi.mail.imap.port}")
    private int imapPort;

    @Test
    void fromAStaffReportToClosureWithASilentCiso() throws Exception {
        String number = reportInTheBrowser();
        try (Screen handler = new Screen(port, "ja").signIn("handler");
                Screen chief = new Screen(port, "ja").signIn("chief")) {
            assertThat(handler.page().url()).endsWith("/tasks");
            take(handler, number, "受領");
            take(handler, number, "評価（インシデントか否かの判断）");
            new Mailbox("ciso", imapPort, sender).letter(number, "要判断");
            raiseTheLevel(handler, number);
            theCisoIsSilentAndTheChiefAnswers(handler, number);
            List<String> done = finish(handler, chief, number);

            assertThat(done)
                    .contains("応急措置（隔離・遮断）［インターネット接続系］", "証拠保全", "通報先の確定")
                    .contains("報告の起案［警察］", "報告の承認［警察］", "提出の記録［警察］")
                    .contains("危機管理（災害）対策本部へ引継ぎ", "復旧と所管の確認", "終息宣言（CISO）", "再発防止策")
                    .contains("再発防止策の指示", "情報セキュリティ委員会への報告", "完了の承認");
            timelineTellsAll(handler, number);
        }
    }

    @Test
    void whatIsNoIncidentEndsWithALetterToTheReporter() {
        String number = new CaseMaker(port).report("suspicious-mail");
        try (Screen handler = new Screen(port, "ja").signIn("handler")) {
            take(handler, number, "受領");
            open(handler, number, "評価（インシデントか否かの判断）");
            handler.page().check("input[name=outcome][value=not-incident]");
            handler.page().fill("[name=reason]", "受信しただけで、開いていない");
            complete(handler);

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> caseText(handler, number).contains("完了（インシデントではない）"));
            assertThat(caseText(handler, number)).contains("L0", "受信しただけで、開いていない");
            new Mailbox("staff", imapPort, sender).letter(number);
        }
    }

    @Test
    void theButtonBehindTheLinkAnswersTheCall() throws Exception {
        String number = new CaseMaker(port).report("malware");
        MimeMessage letter = new Mailbox("handler", imapPort, sender).letter(number, "要判断");
        Matcher link = Pattern.compile("https?://[^/\\s]+(/\\S+)")
                .matcher(letter.getContent().toString());
        assertThat(link.find()).isTrue();

        try (Screen handler = new Screen(port, "ja").signIn("handler")) {
            handler.open(link.group(1));
            assertThat(handler.page().locator("main")).containsText("応答待ち");
            handler.page().locator("main button.button--primary").click();

            assertThat(handler.page().locator("main")).containsText("応答を記録しました。");
            assertThat(handler.page().locator("main")).containsText("高橋　健太（画面のボタン）");
        }
    }

    @Test
    void theWindowEntersAnAnswerGivenByTelephone() {
        String number = new CaseMaker(port).report("malware");
        new Mailbox("handler2", imapPort, sender).letter(number, "要判断");

        try (Screen window = new Screen(port, "ja").signIn("handler")) {
            window.open("/escalations/" + number + "-C1");
            window.page()
                    .selectOption("#person", new com.microsoft.playwright.options.SelectOption().setLabel("田中　由美"));
            window.page().fill("#note", "すぐ見ますとのこと");
            window.page().locator("form[action$=proxy] button").click();

            assertThat(window.page().locator("main")).containsText("田中　由美（代理入力（電話））");
            assertThat(caseText(window, number)).contains("すぐ見ますとのこと");
        }
    }

    private String reportInTheBrowser() {
        try (Screen staff = new Screen(port, "ja").signIn("staff")) {
            staff.open("/report");
            Page page = staff.page();
            page.getByText("そのほかの種別").click();
            page.check("input[name=type][value=intrusion]");
            page.fill("[name=description]", "公開サーバーに不審なログインがあり、申請データが持ち出されたおそれがある。");
            page.getByText("わかる範囲で、もう少し教えてください").click();
            page.check("input[name=segment][value=internet]");
            page.check("input[name='personalInformation.included'][value=yes]");
            page.fill("[name='personalInformation.personCount']", "200");
            page.click("main form .button--primary");

            assertThat(page.locator("h1")).containsText("第一報を受け付けました");
            assertThat(page.locator("#do-now")).containsText("今すぐ行うこと");
            assertThat(page.locator("main ol li").count()).isGreaterThan(2);
            Matcher number = NUMBER.matcher(page.locator("main strong").innerText());
            assertThat(number.matches()).isTrue();
            return number.group();
        }
    }

    private void raiseTheLevel(Screen handler, String number) {
        handler.open("/incidents/" + number);
        Page page = handler.page();
        assertThat(page.locator("main > .row .chip--l3")).isVisible();
        page.selectOption("#level-level", "L4");
        page.fill("#level-reason", "報道機関から問合せがあった");
        page.click("#level button");

        assertThat(page.locator("main > .row .chip--l4")).isVisible();
        assertThat(caseText(handler, number)).contains("重大度を引上げ", "報道機関から問合せがあった");
    }

    private void theCisoIsSilentAndTheChiefAnswers(Screen handler, String number) throws Exception {
        timePasses(number);
        Mailbox chief = new Mailbox("chief", imapPort, sender);
        MimeMessage letter = chief.letter(number, "要判断");
        chief.reply(letter, "了解しました。\n\n> " + letter.getContent().toString().replace("\n", "\n> "));

        await().atMost(Duration.ofSeconds(60))
                .until(() -> caseText(handler, number).contains("渡辺　隆（メールの返信）"));
        // The calls of the page are fetched after its timeline: the answer may have come in between.
        handler.open("/incidents/" + number);
        handler.settle();
        assertThat(handler.page()
                        .locator(".timeline li", new Page.LocatorOptions().setHasText("応答"))
                        .filter(new Locator.FilterOptions().setHasText("渡辺")))
                .not()
                .hasCount(0);
    }

    /** Everybody who was called lets the time go by; on level 4 the window telephones meanwhile. */
    private void timePasses(String number) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            jdbc.sql("update escalation_rung set called_at = called_at - interval 1 day where call_id like ?")
                    .param(number + "-C%")
                    .update();
            return jdbc.sql("update ACT_RU_JOB j join ACT_RU_EXECUTION e on e.ID_ = j.PROCESS_INSTANCE_ID_"
                                    + " set j.DUEDATE_ = '2026-01-01' where e.BUSINESS_KEY_ like ?"
                                    + " and (j.HANDLER_CFG_ like 'event_patienceEnds%'"
                                    + " or j.HANDLER_CFG_ like 'event_telephonePatienceEnds%')")
                            .param(number + "-C%")
                            .update()
                    > 0;
        });
    }

    /** Takes whatever waits, each step by somebody whose it is, until the case is closed and nothing waits. */
    private List<String> finish(Screen handler, Screen chief, String number) {
        List<String> done = new ArrayList<>();
        await().atMost(Duration.ofMinutes(8))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    handler.open("/incidents/" + number + "/tasks");
                    List<String> steps = waiting(handler).locator("th a").allInnerTexts();
                    for (String step : steps) {
                        take(CHIEFS.contains(plain(step)) ? chief : handler, number, step);
                        done.add(step);
                    }
                    return steps.isEmpty()
                            && String.join("", timeline(handler, number)).contains("完了を承認");
                });
        return done;
    }

    /** Without the body outside, or the segment, that it is about. */
    private static String plain(String step) {
        return step.replaceAll("［.*］$", "");
    }

    private void timelineTellsAll(Screen screen, String number) {
        List<String> lines = timeline(screen, number);
        assertThat(lines).allMatch(line -> line.matches("(?s)\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d .*"));
        assertThat(String.join("\n", lines)).contains("第一報を受付", "佐藤", "評価: インシデントである", "高橋", "重大度を引上げ", "終息を宣言", "渡辺");
        assertThat(lines).anyMatch(line -> line.contains("完了を承認") && line.contains("渡辺"));
    }

    /** All of it: a case of level 4 has more lines than a page. */
    private static List<String> timeline(Screen screen, String number) {
        List<String> lines = new ArrayList<>();
        screen.open("/incidents/" + number);
        lines.addAll(screen.page().locator(".timeline > li").allInnerTexts());
        Locator older = screen.page().getByText("古い記録へ", new Page.GetByTextOptions().setExact(true));
        while (older.count() > 0) {
            older.click();
            screen.settle();
            lines.addAll(screen.page().locator(".timeline > li").allInnerTexts());
        }
        return lines;
    }

    private void take(Screen screen, String number, String step) {
        open(screen, number, step);
        Page page = screen.page();
        if (step.equals("受領")) {
            page.click("form[action$=claim] button");
        }
        if (page.locator("#checklist input[type=checkbox]").count() > 0) {
            page.locator("#checklist input[type=checkbox]").first().check();
            page.click("#checklist button");
            assertThat(page.locator("#checklist input[type=checkbox]").first()).isChecked();
        }
        for (Locator text : page.locator("form[action$=completion] [required]:is(textarea, input)")
                .all()) {
            if (text.inputValue().isEmpty()) {
                text.fill("確認した");
            }
        }
        Locator measure = page.locator("[name='measures.0.what']");
        if (measure.count() > 0 && measure.inputValue().isEmpty()) {
            measure.fill("休眠アカウントを毎月止める");
        }
        complete(screen);
    }

    private void open(Screen screen, String number, String step) {
        Locator link = waiting(screen)
                .getByRole(
                        com.microsoft.playwright.options.AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(step).setExact(true));
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    screen.open("/incidents/" + number + "/tasks");
                    return link.count() > 0;
                });
        link.first().click();
        assertThat(screen.page().locator("h1")).hasText(step);
    }

    /** On the page of the case's own steps; the queue is long when other tests leave theirs. */
    private static Locator waiting(Screen screen) {
        return screen.page().locator("#tasks tbody tr:has(.status--open)");
    }

    private static void complete(Screen screen) {
        screen.page().click("form[action$=completion] .button--primary");
        assertThat(screen.page().locator(".notice--success")).containsText("完了");
    }

    private static String caseText(Screen screen, String number) {
        screen.open("/incidents/" + number);
        return screen.page().locator("main").innerText();
    }
}
