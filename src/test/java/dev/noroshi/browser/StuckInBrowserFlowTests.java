package dev.noroshi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatList;

import com.microsoft.playwright.Page;
import dev.noroshi.CaseClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What operators look at, in a browser: where cases stand, what is stuck, and what contradicts itself. */
@BrowserTest
class StuckInBrowserFlowTests {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private CaseClient city;
    private String number;
    private String task;

    @BeforeEach
    void aCaseThatWaits() {
        city = new CaseClient(port);
        number = city.report("malware", Map.of());
        task = city.waiting(number, "userTask_receive");
    }

    @AfterEach
    void asItWas() {
        jdbc.sql("delete from ACT_RU_INCIDENT where INCIDENT_MSG_ = 'SQLException: browser'")
                .update();
        jdbc.sql("update ACT_RU_JOB set RETRIES_ = 3 where RETRIES_ = 0").update();
        jdbc.sql("update task set status = 'open' where id = ?").param(task).update();
        city.post("lead", "/api/v1/plan/differences", Map.of());
    }

    @Test
    void theNumberOfCasesStandsOnTheModel() {
        try (Screen lead = new Screen(port, "ja").signIn("lead")) {
            lead.open("/plan/standing");
            Page page = lead.page();

            assertThat(page.locator("[data-container-id=callActivity_detect] .plan-badge"))
                    .isVisible();
            page.selectOption("#standing-model", "detect");

            assertThat(page.locator("[data-container-id=userTask_receive] .plan-badge"))
                    .isVisible();
            assertThat(page.locator("[data-container-id=userTask_receive] .plan-badge"))
                    .hasText(page.locator("#standing-table tr[data-element=userTask_receive]")
                            .getAttribute("data-cases"));
        }
    }

    @Test
    void stuckStepsAndDifferencesFitEveryScreen() {
        jdbc.sql("update ACT_RU_JOB j join ACT_RU_EXECUTION p on p.ID_ = j.PROCESS_INSTANCE_ID_"
                        + " set j.RETRIES_ = 0 where p.BUSINESS_KEY_ like concat(?, '-C%') and j.TYPE_ = 'timer'")
                .param(number)
                .update();
        jdbc.sql("insert into ACT_RU_INCIDENT (ID_, REV_, INCIDENT_TIMESTAMP_, INCIDENT_TYPE_, ACTIVITY_ID_,"
                        + " EXECUTION_ID_, PROC_INST_ID_, PROC_DEF_ID_, CONFIGURATION_, INCIDENT_MSG_)"
                        + " select uuid(), 1, now(), 'failedJob', d.ACT_ID_, j.EXECUTION_ID_, j.PROCESS_INSTANCE_ID_,"
                        + " j.PROCESS_DEF_ID_, j.ID_, 'SQLException: browser' from ACT_RU_JOB j"
                        + " join ACT_RU_JOBDEF d on d.ID_ = j.JOB_DEF_ID_ where j.RETRIES_ = 0")
                .update();
        jdbc.sql("update task set status = 'withdrawn' where id = ?")
                .param(task)
                .update();
        city.post("lead", "/api/v1/plan/differences", Map.of());

        List<String> findings = new ArrayList<>();
        for (String language : List.of("ja", "en")) {
            try (Screen lead = new Screen(port, language).signIn("lead")) {
                lead.open("/plan/stuck");
                assertThat(lead.page().locator("main article")).not().hasCount(0);
                assertThat(lead.page().locator("main section.card")).not().hasCount(0);
                findings.addAll(lead.findings("stuck"));
            }
        }

        assertThatList(findings).isEmpty();
    }
}
