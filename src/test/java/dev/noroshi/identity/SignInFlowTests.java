package dev.noroshi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.Caller;
import dev.noroshi.NoroshiTest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signing in, attacked: guessing, fixed sessions, stolen cookies. */
@NoroshiTest
class SignInFlowTests {

    @LocalServerPort
    private int port;

    private final JdbcClient database;
    private final Accounts accounts;

    @Autowired
    SignInFlowTests(JdbcClient database, Accounts accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    @Test
    void aGuesserIsStoppedWhereTheGuessesComeFromAndNobodyElse() {
        anAccount("guessed", "the right password");
        Caller guesser = Caller.behindProxy(port, "10.66.0.1");

        for (int guess = 0; guess < SignInThrottle.PER_ACCOUNT_AND_ADDRESS; guess++) {
            assertThat(location(guesser.signIn("guessed", "wrong " + guess))).isEqualTo("/login?error");
        }

        assertThat(location(guesser.signIn("guessed", "the right password"))).isEqualTo("/login?throttled");
        assertThat(guesser.get("/login?throttled").body()).contains("5分待って");
        assertThat(location(guesser.signIn("GUESSED", "the right password"))).isEqualTo("/login?throttled");
        assertThat(location(Caller.behindProxy(port, "10.66.0.2").signIn("guessed", "the right password")))
                .isEqualTo("/");
        assertThat(location(Caller.behindProxy(port, "10.66.0.1").signIn("handler", "noroshi-demo")))
                .isEqualTo("/");
    }

    @Test
    void aDressedUpNameIsNotTheAccountAndGivesNoFurtherGuesses() {
        anAccount("plain", "the right password");

        for (String name : new String[] {"pláin", "ｐｌａｉｎ", "plain\u0000x", "plain\u3000x", "' or '1'='1"}) {
            assertThat(location(Caller.behindProxy(port, "10.66.1.1").signIn(name, "the right password")))
                    .as(name)
                    .isEqualTo("/login?error");
        }
        assertThat(location(Caller.behindProxy(port, "10.66.1.2").signIn(" Plain ", "the right password")))
                .isEqualTo("/");
    }

    @Test
    void guessesOverBasicAreStoppedToo() {
        anAccount("program", "the right password");

        HttpResponse<String> last = null;
        for (int guess = 0; guess <= SignInThrottle.PER_ACCOUNT_AND_ADDRESS; guess++) {
            last = Caller.behindProxy(port, "10.66.2.1")
                    .get("/api/v1/incidents", "Authorization", "Basic cHJvZ3JhbTp3cm9uZw==");
        }

        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.body()).contains("/problems/sign-in.throttled");
        assertThat(last.headers().firstValue("Retry-After")).hasValue("300");
    }

    @Test
    void anAddressIsBelievedFromTheProxyAlone() {
        anAccount("spoofed", "the right password");

        String last = "";
        for (int guess = 0; guess <= SignInThrottle.PER_ACCOUNT_AND_ADDRESS; guess++) {
            Caller direct = Caller.overIpv6(port);
            last = location(direct.form(
                    "/login",
                    Map.of("username", "spoofed", "password", "wrong", "_csrf", direct.csrf("/login")),
                    "X-Forwarded-For",
                    "10.66.3." + guess));
        }

        assertThat(last).isEqualTo("/login?throttled");
    }

    @Test
    void theSessionOfBeforeIsWorthNothingAfterwards() {
        Caller victim = Caller.stranger(port);
        victim.get("/login");
        String before = victim.cookie("SESSION").orElseThrow();

        victim.signIn("handler", "noroshi-demo");
        String after = victim.cookie("SESSION").orElseThrow();

        assertThat(after).isNotEqualTo(before);
        assertThat(Caller.stranger(port)
                        .get("/tasks", "Cookie", "SESSION=" + before)
                        .statusCode())
                .isEqualTo(302);
        assertThat(Caller.stranger(port)
                        .get("/tasks", "Cookie", "SESSION=" + after)
                        .statusCode())
                .isEqualTo(200);
        assertThat(location(victim.submit("/tasks", "/logout", Map.of()))).isEqualTo("/login?signedOut");
        assertThat(Caller.stranger(port)
                        .get("/tasks", "Cookie", "SESSION=" + after)
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void cookiesStayWithBrowserAndSite() {
        HttpResponse<String> plain = Caller.stranger(port).get("/login?lang=en");
        HttpResponse<String> overTls =
                Caller.behindProxy(port, "10.66.4.1").get("/login?lang=en", "X-Forwarded-Proto", "https");

        assertThat(plain.headers().allValues("Set-Cookie"))
                .hasSize(2)
                .allSatisfy(cookie ->
                        assertThat(cookie).contains("HttpOnly", "SameSite=Lax").doesNotContain("Secure", "Domain"));
        assertThat(overTls.headers().allValues("Set-Cookie"))
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Secure"));
    }

    @Test
    void aNewPasswordAndDisablingEndEverySession() {
        anAccount("leaver", "the right password");
        Caller leaver = Caller.behindProxy(port, "10.66.5.1");
        leaver.signIn("leaver", "the right password");
        assertThat(leaver.get("/report").statusCode()).isEqualTo(200);
        Caller admin = Caller.signedIn(port, "admin");

        admin.submit("/admin/accounts", "/admin/accounts/leaver/password", Map.of("password", "another password"));
        assertThat(leaver.get("/report").statusCode()).isEqualTo(302);
        assertThat(location(leaver.signIn("leaver", "the right password"))).isEqualTo("/login?error");
        assertThat(location(leaver.signIn("leaver", "another password")))
                .as("back to where the sign-in was asked for, whatever host was named")
                .startsWith("/report");

        admin.submit("/admin/accounts", "/admin/accounts/leaver/disable", Map.of());
        assertThat(leaver.get("/report").statusCode()).isEqualTo(302);
        assertThat(location(leaver.signIn("leaver", "another password"))).isEqualTo("/login?error");
    }

    @Test
    void passwordsAreKeptSlowlyHashedOnly() {
        assertThat(database.sql("select password_hash from account")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allSatisfy(hash -> assertThat(hash).matches("\\$2[aby]\\$1\\d\\$.{53}"));
    }

    private void anAccount(String name, String password) {
        accounts.create(new NewAccount(name, name, password, false, false));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
