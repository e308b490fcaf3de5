package dev.noroshi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.Caller;
import dev.noroshi.NoroshiTest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** API tokens: granted on the administrators' page, good for their scope and time, and only as long as not revoked. */
@NoroshiTest
@ExtendWith(OutputCaptureExtension.class)
class ApiTokensFlowTests {

    private static final Pattern SECRET = Pattern.compile("id=\"secret\">(nrs_[0-9a-f]{64})<");

    @LocalServerPort
    private int port;

    private final JdbcClient database;

    @Autowired
    ApiTokensFlowTests(JdbcClient database) {
        this.database = database;
    }

    @Test
    void theSecretIsShownOnceAndKeptNowhere(CapturedOutput output) {
        Caller admin = Caller.signedIn(port, "admin");

        HttpResponse<String> granted = grant(admin, "handler", "監視システム", "work");
        String secret = secretOf(granted);
        HttpResponse<String> later = admin.get("/admin/tokens");

        assertThat(granted.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(rule -> assertThat(rule).contains("no-store"));
        assertThat(later.body()).contains("監視システム").doesNotContain(secret);
        assertThat(Caller.bearer(port, secret).get("/api/v1/incidents").statusCode())
                .isEqualTo(200);
        assertThat(database.sql("select count(*) from account_token where hash = ?")
                        .param(secret)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(database.sql("select count(*) from journal_entry where act = 'account.token-granted'"
                                + " and subject = 'handler' and account = 'admin'")
                        .query(Long.class)
                        .single())
                .isPositive();
        assertThat(output.getAll()).doesNotContain(secret);
    }

    @Test
    void aTokenOpensItsScopeAndNoMore() {
        Caller admin = Caller.signedIn(port, "admin");
        Caller reading = Caller.bearer(port, secretOf(grant(admin, "handler", "reading", "read")));
        Caller reporting = Caller.bearer(port, secretOf(grant(admin, "handler", "reporting", "report")));
        Caller working = Caller.bearer(port, secretOf(grant(admin, "handler", "working", "work")));
        Map<String, Object> nothing = Map.of();

        assertThat(reading.get("/api/v1/incidents").statusCode()).isEqualTo(200);
        assertThat(problem(reading.json("POST", "/api/v1/first-reports", nothing)))
                .isEqualTo("403 /problems/token.scope");
        assertThat(problem(reporting.get("/api/v1/incidents"))).isEqualTo("403 /problems/token.scope");
        assertThat(problem(reporting.json("POST", "/api/v1/first-reports", nothing)))
                .isEqualTo("422 /problems/input.invalid");
        assertThat(problem(working.json("POST", "/api/v1/first-reports", nothing)))
                .isEqualTo("422 /problems/input.invalid");
        assertThat(working.get("/actuator/prometheus").statusCode()).isEqualTo(403);
        assertThat(working.get("/tasks").statusCode())
                .as("pages are for people")
                .isEqualTo(302);
    }

    @Test
    void aRevokedOrExpiredOrInventedTokenOpensNothing() {
        Caller admin = Caller.signedIn(port, "admin");
        String secret = secretOf(grant(admin, "handler2", "to be revoked", "work"));
        Caller program = Caller.bearer(port, secret);
        String expired = secretOf(grant(admin, "handler2", "to expire", "work"));
        assertThat(program.get("/api/v1/tasks").statusCode()).isEqualTo(200);

        HttpResponse<String> revoked =
                admin.submit("/admin/tokens", "/admin/tokens/" + idOf("to be revoked") + "/revocation", Map.of());
        database.sql("update account_token set expires_at = '2026-01-01' where label = 'to expire'")
                .update();

        assertThat(revoked.statusCode()).isEqualTo(302);
        for (String dead : new String[] {secret, expired, "nrs_" + "0".repeat(64), "' or 1=1 -- "}) {
            HttpResponse<String> answer = Caller.bearer(port, dead).get("/api/v1/tasks");
            assertThat(problem(answer)).isEqualTo("401 /problems/token.invalid");
            assertThat(answer.headers().firstValue("WWW-Authenticate"))
                    .hasValueSatisfying(how -> assertThat(how).startsWith("Bearer"));
        }
        assertThat(admin.get("/admin/tokens").body()).contains("取消済み", "期限切れ");
    }

    @Test
    void aTokenDiesWithItsAccount() {
        Caller admin = Caller.signedIn(port, "admin");
        admin.submit("/admin/accounts", "/admin/accounts", account("robot"));
        Caller robot = Caller.bearer(port, secretOf(grant(admin, "robot", "robot", "work")));
        assertThat(robot.get("/api/v1/incidents").statusCode()).isEqualTo(200);

        admin.submit("/admin/accounts", "/admin/accounts/robot/disable", Map.of());

        assertThat(robot.get("/api/v1/incidents").statusCode()).isEqualTo(401);
        HttpResponse<String> again = grant(admin, "robot", "again", "work");
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("有効なアカウントを選んでください。");
    }

    @Test
    void whatIsRefusedIsKeptAndExplained() {
        Caller admin = Caller.signedIn(port, "admin");

        HttpResponse<String> refused = admin.submit(
                "/admin/tokens",
                "/admin/tokens",
                Map.of("account", "handler", "label", "夜間 <b>連携</b>", "days", "9999"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("value=\"夜間 &lt;b&gt;連携&lt;/b&gt;\"", "value=\"9999\"", "id=\"days-error\"", "1から366まで")
                .contains("id=\"scope-error\"", "value=\"handler\" selected=\"selected\"")
                .doesNotContain("<b>連携");
    }

    @Test
    void nobodyButAdministratorsGrants() {
        for (String account : new String[] {"staff", "lead", "ciso", "auditor"}) {
            Caller person = Caller.signedIn(port, account);
            assertThat(person.get("/admin/tokens").statusCode()).as(account).isEqualTo(403);
            assertThat(person.submit("/report", "/admin/tokens", form("handler", "x", "work"))
                            .statusCode())
                    .as(account)
                    .isEqualTo(403);
            assertThat(person.submit("/report", "/admin/tokens/1/revocation", Map.of())
                            .statusCode())
                    .as(account)
                    .isEqualTo(403);
        }
    }

    private static HttpResponse<String> grant(Caller admin, String account, String label, String scope) {
        return admin.submit("/admin/tokens", "/admin/tokens", form(account, label, scope));
    }

    private static Map<String, String> form(String account, String label, String scope) {
        return Map.of("account", account, "label", label, "scope", scope, "days", "30");
    }

    private static Map<String, String> account(String name) {
        Map<String, String> form = new HashMap<>();
        form.put("name", name);
        form.put("displayName", name);
        form.put("password", "the right password");
        return form;
    }

    private long idOf(String label) {
        return database.sql("select max(id) from account_token where label = ?")
                .param(label)
                .query(Long.class)
                .single();
    }

    private static String secretOf(HttpResponse<String> granted) {
        Matcher secret = SECRET.matcher(granted.body());
        assertThat(secret.find()).as(granted.statusCode() + granted.body()).isTrue();
        return secret.group(1);
    }

    private static String problem(HttpResponse<String> answer) {
        return answer.statusCode() + " " + Caller.read(answer).path("type").asString();
    }
}
