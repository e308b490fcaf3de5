package dev.noroshi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.Caller;
import dev.noroshi.NoroshiTest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changing the own password in the browser. */
@NoroshiTest
class OwnPasswordFlowTests {

    private static final String PAGE = "/account/password";
    private static final String OLD = "the right password";
    private static final String NEW = "新しい合言葉はこれです!";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Accounts accounts;

    private String account;

    @BeforeEach
    void aPersonWithAnAccount() {
        account = "changer" + System.nanoTime();
        accounts.create(new NewAccount(account, "変更　花子", OLD, false, false));
        jdbc.sql("insert into roster_person (account, name, email, search_key) values (?, '変更　花子', ?, 'x')")
                .params(account, account + "@city.example.jp")
                .update();
    }

    @Test
    void whoKnowsTheOldOneChangesItAndAllOtherScreensAreSignedOut() {
        Caller here = signedIn("10.77.0.1");
        Caller elsewhere = signedIn("10.77.0.2");

        HttpResponse<String> changed = change(here, OLD, NEW, NEW);

        assertThat(changed.statusCode()).isEqualTo(302);
        assertThat(here.get(PAGE + "?saved&lang=ja").body()).contains("パスワードを変更しました。");
        assertThat(elsewhere.get(PAGE).statusCode()).isEqualTo(302);
        assertThat(elsewhere.get(PAGE).headers().firstValue("Location").orElse(""))
                .endsWith("/login");
        assertThat(Caller.stranger(port).signIn(account, OLD).headers().firstValue("Location"))
                .contains("/login?error");
        assertThat(Caller.stranger(port).signIn(account, NEW).headers().firstValue("Location"))
                .contains("/");
        assertThat(jdbc.sql("select count(*) from journal_entry where act = 'account.password-changed' and subject = ?")
                        .param(account)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select body from mail_out where letter_key like concat('account/', ?, '/%')")
                        .param(account)
                        .query(String.class)
                        .single())
                .contains(account, "心当たりがないとき")
                .doesNotContain(NEW, OLD);
    }

    @Test
    void whatDoesNotFitIsSaidBesideTheField() {
        Caller here = signedIn("10.77.0.3");

        assertThat(change(here, OLD, NEW, NEW + "x").body()).contains("新しいパスワードと一致しません");
        assertThat(change(here, OLD, "short", "short").body()).contains("12文字以上");
        HttpResponse<String> wrong = change(here, "not this one", NEW, NEW);

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("今のパスワードと違います").doesNotContain(NEW, "not this one");
        assertThat(Caller.stranger(port).signIn(account, OLD).headers().firstValue("Location"))
                .contains("/");
    }

    @Test
    void whoGuessesTheOldOneIsStopped() {
        Caller here = signedIn("10.77.0.4");
        for (int guess = 0; guess < SignInThrottle.PER_ACCOUNT_AND_ADDRESS; guess++) {
            assertThat(change(here, "guess " + guess, NEW, NEW).statusCode()).isEqualTo(422);
        }

        HttpResponse<String> refused = change(here, OLD, NEW, NEW);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("5分待って");
    }

    private Caller signedIn(String address) {
        Caller caller = Caller.behindProxy(port, address);
        assertThat(caller.signIn(account, OLD).headers().firstValue("Location")).contains("/");
        return caller;
    }

    private static HttpResponse<String> change(Caller caller, String old, String fresh, String again) {
        return caller.submit(PAGE + "?lang=ja", PAGE, Map.of("old", old, "password", fresh, "again", again));
    }
}
