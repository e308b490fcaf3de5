package dev.noroshi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.NoroshiTest;
import dev.noroshi.PageClient;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Permissions end with the fiscal year unless they are renewed, one by one or many at once. */
@NoroshiTest
class RenewalIntegrationTests {

    private static final String PATH = "/admin/accounts/renewal";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void everybodyGoesOn() {
        until("handler2", accounts.renewedUntil());
    }

    @Test
    void inTheLastDaysOfAYearWhatIsRenewedCountsForTheNext() {
        assertThat(FiscalYear.renewedUntil(LocalDate.of(2026, 11, 24))).isEqualTo(LocalDate.of(2027, 3, 31));
        assertThat(FiscalYear.renewedUntil(LocalDate.of(2027, 1, 30))).isEqualTo(LocalDate.of(2027, 3, 31));
        assertThat(FiscalYear.renewedUntil(LocalDate.of(2027, 1, 31))).isEqualTo(LocalDate.of(2028, 3, 31));
        assertThat(FiscalYear.renewedUntil(LocalDate.of(2027, 3, 31))).isEqualTo(LocalDate.of(2028, 3, 31));
        assertThat(FiscalYear.renewedUntil(LocalDate.of(2027, 4, 1))).isEqualTo(LocalDate.of(2028, 3, 31));
    }

    @Test
    void whoseEndIsNamedBeforehandAndThoseChosenAreRenewedAtOnce() {
        until("handler2", LocalDate.of(2026, 3, 31));
        PageClient admin = new PageClient(port, "admin");
        assertThat(admin.get("/admin/accounts").body()).contains("権限が間もなく切れるか、もう切れている人が1人います。", PATH);
        String page = admin.get(PATH).body();
        assertThat(page).contains("value=\"handler2\"", "2026-03-31");

        assertThat(admin.post(PATH, page, Map.of("account", "handler2")).body()).contains("1人の権限を更新しました。");
        assertThat(accounts.find("handler2").orElseThrow().permittedUntil()).isEqualTo(accounts.renewedUntil());
        assertThat(admin.get(PATH).body()).contains("更新が要る人はいません。");
        assertThat(new PageClient(port, "lead").get(PATH).statusCode()).isEqualTo(403);
    }

    private void until(String account, LocalDate day) {
        jdbc.sql("update account set permitted_until = ? where name = ?")
                .params(day, account)
                .update();
    }
}
