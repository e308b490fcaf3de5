package dev.noroshi.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noroshi.CaseClient;
import dev.noroshi.NoroshiTest;
import dev.noroshi.PageClient;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A step that failed its retries, at its door: who sees what of it, one more try, and on behind it by two persons. */
@NoroshiTest
class StuckFlowTests {

    private static final String STUCK = "/api/v1/plan/stuck";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private StuckWatch watch;

    private CaseClient city;
    private String number;
    private String id;

    /** The letters of the first step cannot be queued until {@link #mailWorksAgain}. */
    @BeforeEach
    void aCaseWhoseFirstStepIsStuck() {
        city = new CaseClient(port);
        jdbc.sql("create trigger mail_refuses before insert on mail_out for each row"
                        + " begin if new.letter_key like '%/window' then signal sqlstate '45000'"
                        + " set message_text = 'out of order'; end if; end")
                .update();
        number = city.report("malware", Map.of());
        await("the first try has failed").atMost(Duration.ofSeconds(60)).until(() -> giveUp());
        mailWorksAgain();
        id = step().get("id").asString();
    }

    @AfterEach
    void mailWorksAgain() {
        jdbc.sql("drop trigger if exists mail_refuses").update();
    }

    @Test
    void operatorsSeeItInPlainWordsAndTryAgain() {
        assertThat(step().get("element").asString()).isEqualTo("serviceTask_tellAtOnce");
        assertThat(step().get("reason").asString()).isEqualTo("database");
        assertThat(step().get("detail").isNull()).isTrue();
        assertThat(city.get("handler", STUCK).status()).isEqualTo(403);
        assertThat(new PageClient(port, "admin").get("/plan/stuck?lang=ja").body())
                .contains(number, "所属長と統一的な窓口へ連絡", "データベースへの記録に失敗しました")
                .doesNotContain("宛先を誤って送信した");

        assertThat(city.post("admin", STUCK + "/" + id + "/retry", Map.of()).status())
                .isEqualTo(204);

        city.waiting(number, "userTask_receive");
        assertThat(city.get("admin", STUCK).body().toString()).doesNotContain(id);
        assertThat(city.timeline(number)).anyMatch(line -> line.contains("止まった手順を再試行"));
        assertThat(city.post("admin", STUCK + "/" + id + "/retry", Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void twoPersonsGoOnBehindIt() {
        String skip = STUCK + "/" + id + "/skip";
        assertThat(city.post("chief", skip + "-approval", Map.of()).status()).isEqualTo(409);
        assertThat(city.post("lead", skip, Map.of("reason", " ")).status()).isEqualTo(422);
        assertThat(city.post("chief", skip, Map.of("reason", "電話で伝えた")).status())
                .isEqualTo(403);
        assertThat(city.post("lead", skip, Map.of("reason", "電話で伝えた")).status()).isEqualTo(204);
        assertThat(city.post("lead", skip + "-approval", Map.of()).status()).isEqualTo(403);

        assertThat(city.post("chief", skip + "-approval", Map.of()).status()).isEqualTo(204);

        city.waiting(number, "userTask_receive");
        assertThat(city.timeline(number)).anyMatch(line -> line.contains("二人の確認で飛ばしました") && line.contains("電話で伝えた"));
        assertThat(jdbc.sql("select count(*) from journal_entry where act = 'plan.step-skipped' and subject = ?")
                        .param(number)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(city.get("lead", STUCK).body().toString()).doesNotContain(id);
    }

    @Test
    void theWindowIsToldOnce() {
        watch.look();
        watch.look();

        assertThat(jdbc.sql("select count(*) from mail_out where letter_key = ?")
                        .param("stuck/" + id)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    /** Lets the retries be used up without waiting minutes. */
    private boolean giveUp() {
        jdbc.sql("update ACT_RU_JOB j join ACT_RU_EXECUTION e on e.ID_ = j.PROCESS_INSTANCE_ID_"
                        + " set j.DUEDATE_ = '2026-01-01', j.LOCK_EXP_TIME_ = null, j.LOCK_OWNER_ = null"
                        + " where e.BUSINESS_KEY_ = ? and j.RETRIES_ > 0 and j.EXCEPTION_MSG_ is not null")
                .param(number)
                .update();
        return jdbc.sql("select count(*) from ACT_RU_JOB j join ACT_RU_EXECUTION e on e.ID_ = j.PROCESS_INSTANCE_ID_"
                                + " where e.BUSINESS_KEY_ = ? and j.RETRIES_ = 0")
                        .param(number)
                        .query(Long.class)
                        .single()
                == 1;
    }

    private JsonNode step() {
        return city.get("admin", STUCK)
                .body()
                .get("items")
                .valueStream()
                .filter(it -> it.get("incident").asString().equals(number))
                .findFirst()
                .orElseThrow();
    }
}
