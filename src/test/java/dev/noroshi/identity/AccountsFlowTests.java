package dev.noroshi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.Caller;
import dev.noroshi.NoroshiTest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Accounts as administrators keep them on their page, and the page of the very first one. */
@NoroshiTest
class AccountsFlowTests {

    private static final String PAGE = "/admin/accounts";

    @LocalServerPort
    private int port;

    private final FirstAdministrator first;
    private final SignInThrottle throttle;

    @Autowired
    AccountsFlowTests(FirstAdministrator first, SignInThrottle throttle) {
        this.first = first;
        this.throttle = throttle;
    }

    @Test
    void anAdministratorAddsAnAccountThatThenSignsIn() {
        Caller admin = Caller.signedIn(port, "admin");

        HttpResponse<String> added = admin.submit(PAGE, PAGE, account("tanaka", "田中　髙﨑😀", "a good long password"));

        assertThat(added.headers().firstValue("Location")).hasValue("/admin/accounts?saved");
        assertThat(admin.get(PAGE).body()).contains("田中　髙﨑😀");
        Caller tanaka = Caller.stranger(port);
        assertThat(tanaka.signIn("tanaka", "a good long password").headers().firstValue("Location"))
                .hasValue("/");
        assertThat(tanaka.get("/report").statusCode()).isEqualTo(200);
        assertThat(tanaka.get(PAGE).statusCode()).isEqualTo(403);
    }

    @Test
    void whatIsRefusedIsKeptAndExplainedAtItsField() {
        Caller admin = Caller.signedIn(port, "admin");

        HttpResponse<String> refused =
                admin.submit(PAGE, PAGE, account("Bad Name", "<script>alert(1)</script>", "short"));
        HttpResponse<String> taken = admin.submit(PAGE, PAGE, account("handler", "別の人", "a good long password"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"name-error\"", "id=\"password-error\"", "value=\"Bad Name\"")
                .contains("value=\"&lt;script&gt;alert(1)&lt;/script&gt;\"")
                .doesNotContain("<script>alert", "value=\"short\"");
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(taken.body()).contains("すでにあります", "value=\"別の人\"").doesNotContain("a good long password");
    }

    @Test
    void aRefusedNewPasswordIsExplainedAtItsAccount() {
        Caller admin = Caller.signedIn(port, "admin");

        HttpResponse<String> refused = admin.submit(PAGE, PAGE + "/staff/password", Map.of("password", "short"));
        HttpResponse<String> unknown =
                admin.submit(PAGE, PAGE + "/nobody/password", Map.of("password", "a good long password"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("＊12文字以上").doesNotContain("id=\"password-error\"");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(Caller.signedIn(port, "staff").get("/report").statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyElseChangesAccounts() {
        for (String account : new String[] {"staff", "manager", "handler", "lead", "chief", "ciso", "auditor"}) {
            Caller person = Caller.signedIn(port, account);
            for (String act : new String[] {"", "/staff/password", "/staff/disable", "/staff/enable", "/staff/renew"}) {
                assertThat(person.submit("/report", PAGE + act, account("x1", "x", "a good long password"))
                                .statusCode())
                        .as(account + act)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void anAdministratorDoesNotLockThemselvesOut() {
        Caller admin = Caller.signedIn(port, "admin");

        assertThat(admin.submit(PAGE, PAGE + "/admin/disable", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(admin.get("/admin").statusCode()).isEqualTo(200);
    }

    @Test
    void theOneTimeCodeMakesOneAdministrator() {
        assertThat(Caller.stranger(port).get("/setup").statusCode()).isEqualTo(404);
        String code = first.open();
        Caller newcomer = Caller.stranger(port);

        HttpResponse<String> wrong = newcomer.submit("/setup", "/setup", setup("0000", "chief-admin"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("id=\"code-error\"", "value=\"chief-admin\"")
                .doesNotContain("long password");
        HttpResponse<String> right = newcomer.submit("/setup", "/setup", setup(code, "chief-admin"));
        assertThat(right.headers().firstValue("Location")).hasValue("/login");
        assertThat(newcomer.get("/setup").statusCode()).isEqualTo(404);

        Caller signedIn = Caller.stranger(port);
        signedIn.signIn("chief-admin", "a good long password");
        assertThat(signedIn.get("/admin").statusCode()).isEqualTo(200);
        assertThat(signedIn.submit("/report", "/setup", setup(code, "second-admin"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theOneTimeCodeIsNotGuessed() {
        String code = first.open();
        Caller guesser = Caller.stranger(port);
        try {
            HttpResponse<String> last = null;
            for (int guess = 0; guess <= SignInThrottle.PER_ACCOUNT_AND_ADDRESS; guess++) {
                last = guesser.submit("/setup", "/setup", setup("guess " + guess, "guesser"));
            }
            assertThat(last.statusCode()).isEqualTo(429);
            assertThat(guesser.submit("/setup", "/setup", setup(code, "guesser"))
                            .statusCode())
                    .isEqualTo(429);
        } finally {
            throttle.succeeded("/setup", "/setup");
            first.create(code, "end-of-" + code, "片付け", "a good long password");
        }
    }

    private static Map<String, String> account(String name, String displayName, String password) {
        return Map.of("name", name, "displayName", displayName, "password", password);
    }

    private static Map<String, String> setup(String code, String name) {
        return Map.of("code", code, "name", name, "displayName", "管理 太郎", "password", "a good long password");
    }
}
