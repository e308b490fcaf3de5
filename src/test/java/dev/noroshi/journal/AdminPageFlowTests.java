package dev.noroshi.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noroshi.Caller;
import dev.noroshi.NoroshiTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The administrators' page: each part of the installation by itself, the test letter, people and sections. */
@NoroshiTest
class AdminPageFlowTests {

    @LocalServerPort
    private int port;

    private final JdbcClient database;
    private final JavaMailSenderImpl mail;

    @Autowired
    AdminPageFlowTests(JdbcClient database, JavaMailSenderImpl mail) {
        this.database = database;
        this.mail = mail;
    }

    @Test
    void eachPartIsShownByItself() {
        String page = Caller.signedIn(port, "admin").get("/admin").body();

        for (String part : new String[] {"database", "smtp", "imap", "engine"}) {
            assertThat(partOf(page, part)).as(part).contains("正常").doesNotContain("異常", "??");
        }
        assertThat(partOf(page, "database")).contains("MariaDB 1");
        assertThat(partOf(page, "smtp")).contains("127.0.0.1:" + mail.getPort());
        assertThat(partOf(page, "engine")).contains("止まった処理 0 件").containsPattern("計画の第\\d+版（\\d{4}");
        assertThat(page).doesNotContain("noroshi-demo", "??");
    }

    @Test
    void aPartThatIsIllSaysWhatToDoAndTheOthersStayWell() {
        Caller admin = Caller.signedIn(port, "admin");
        int working = mail.getPort();
        mail.setPort(9);
        try {
            String page = admin.get("/admin").body();

            assertThat(partOf(page, "smtp")).contains("異常", "送信待ちのメールは、直ると自動で送られます");
            assertThat(partOf(page, "imap")).contains("正常");
            assertThat(admin.get("/admin?lang=en").body()).contains("Waiting letters leave by themselves");
        } finally {
            mail.setPort(working);
        }
    }

    @Test
    void thePlanIsNamedByNumberAndDate() {
        String page = Caller.signedIn(port, "admin").get("/admin?lang=en").body();

        assertThat(partOf(page, "engine"))
                .containsPattern("Edition \\d+ of \\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}, ")
                .doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}");
    }

    @Test
    void theTestLetterLeaves() {
        Caller admin = Caller.signedIn(port, "admin");

        HttpResponse<String> sent =
                admin.submit("/admin", "/admin/test-letter", Map.of("to", " admin@city.example.jp "));

        assertThat(sent.headers().firstValue("Location")).hasValue("/admin?sent");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> database.sql("select count(*) from mail_out"
                                        + " where letter_key like 'test/%' and state = 'sent'")
                                .query(Long.class)
                                .single()
                        > 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody",
                "a b@city.example.jp",
                "@city.example.jp",
                "a@city.example.jp\r\nBcc: x@evil.example",
                "a@city.example.jp,b@evil.example",
                "a@city.example.jp\u0000",
                "\"<script>\"@city.example.jp",
                "高橋@city.example.jp"
            })
    void anAddressThatIsNoneIsExplainedAndKept(String address) {
        Caller admin = Caller.signedIn(port, "admin");
        long before = letters();

        HttpResponse<String> refused = admin.submit("/admin", "/admin/test-letter", Map.of("to", address));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"to-error\"").doesNotContain("<script>\"");
        if (address.equals("nobody")) {
            assertThat(refused.body()).contains("value=\"nobody\"");
        }
        assertThat(letters()).isEqualTo(before);
    }

    @Test
    void administratorsAddSectionsAndPeopleAndGiveThemRoles() {
        Caller admin = Caller.signedIn(port, "admin");
        String page = "/admin/people";

        admin.submit(page, page + "/sections", Map.of("sectionName", "選挙管理室", "department", "総務部"));
        admin.submit(page, page, Map.of("name", "髙﨑　花子", "section", "選挙管理室", "email", "senkyo@city.example.jp"));

        assertThat(admin.get("/roster").body()).contains("選挙管理室");
        String people = admin.get(page).body();
        assertThat(people).contains("髙﨑　花子");
        Long person = database.sql("select id from roster_person where name = '髙﨑　花子'")
                .query(Long.class)
                .single();
        HttpResponse<String> appointed = admin.submit(
                page,
                page + "/appointments",
                Map.of("role", "section-manager", "person", "" + person, "headed", "選挙管理室", "position", "1"));
        assertThat(appointed.statusCode()).isEqualTo(302);
        assertThat(Caller.read(Caller.program(port, "handler").get("/api/v1/roster"))
                        .toString())
                .contains("髙﨑　花子");
        Long appointment = database.sql("select id from roster_role_holder where person = ?")
                .param(person)
                .query(Long.class)
                .single();
        admin.submit(page, page + "/appointments/" + appointment + "/end", Map.of());
        Caller auditor = Caller.signedIn(port, "auditor");
        assertThat(rowsNaming(auditor.get("/journal").body()))
                .anySatisfy(row -> assertThat(row).contains("役割を割当て", "<td>情報セキュリティ管理者</td>"))
                .anySatisfy(row -> assertThat(row).contains("役割を終了", "<td>情報セキュリティ管理者</td>"))
                .noneSatisfy(row -> assertThat(row).contains("section-manager"));
        assertThat(rowsNaming(auditor.get("/journal?lang=en").body()))
                .anySatisfy(row -> assertThat(row).contains("<td>Information security manager</td>"));
    }

    private static List<String> rowsNaming(String page) {
        return Stream.of(page.split("<tr>"))
                .filter(row -> row.contains("髙﨑　花子"))
                .toList();
    }

    @Test
    void refusedFormsOfTheRosterKeepWhatWasTyped() {
        Caller admin = Caller.signedIn(port, "admin");
        String page = "/admin/people";

        HttpResponse<String> section =
                admin.submit(page, page + "/sections", Map.of("sectionName", "総務課", "department", "<b>新しい部</b>"));
        HttpResponse<String> person = admin.submit(page, page, Map.of("name", "名前のある人", "email", "no address"));
        HttpResponse<String> appointment = admin.submit(
                page, page + "/appointments", Map.of("role", "section-manager", "person", "", "position", "3"));

        assertThat(section.statusCode()).isEqualTo(422);
        assertThat(section.body())
                .contains("value=\"総務課\"", "value=\"&lt;b&gt;新しい部&lt;/b&gt;\"", "id=\"sectionName-error\"");
        assertThat(person.statusCode()).isEqualTo(422);
        assertThat(person.body()).contains("value=\"名前のある人\"", "value=\"no address\"", "id=\"email-error\"");
        assertThat(appointment.statusCode()).isEqualTo(422);
        assertThat(appointment.body())
                .contains("value=\"section-manager\" selected=\"selected\"", "value=\"3\"", "id=\"person-error\"");
        assertThat(admin.submit(page, page + "/appointments", Map.of("role", "x", "person", "abc", "position", "y"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void theseAreAdministratorsPages() {
        for (String account : new String[] {"staff", "manager", "handler", "lead", "chief", "ciso", "auditor"}) {
            Caller person = Caller.signedIn(port, account);
            for (String path : new String[] {"/admin", "/admin/people", "/admin/accounts", "/admin/tokens"}) {
                assertThat(person.get(path).statusCode()).as(account + path).isEqualTo(403);
            }
            for (String path : new String[] {"/admin/test-letter", "/admin/people", "/admin/people/sections"}) {
                assertThat(person.submit("/report", path, Map.of("to", "a@city.example.jp", "name", "x"))
                                .statusCode())
                        .as(account + path)
                        .isEqualTo(403);
            }
        }
    }

    private long letters() {
        return database.sql("select count(*) from mail_out where letter_key like 'test/%'")
                .query(Long.class)
                .single();
    }

    private static String partOf(String page, String key) {
        int from = page.indexOf("id=\"part-" + key + "\"");
        return page.substring(from, page.indexOf("</section>", from));
    }
}
