package dev.noroshi.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.CaseClient;
import dev.noroshi.NoroshiTest;
import dev.noroshi.PageClient;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Where open cases stand, over all that the caller may see: restricted ones and drills do not count. */
@NoroshiTest
class CrowdFlowTests {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void countsWhatTheCallerMaySeeWithoutDrills() {
        CaseClient city = new CaseClient(port);
        String open = city.report("mis-send", Map.of());
        String insider = city.report("insider", Map.of());
        String drill = city.report("lead", "malware", Map.of("drill", true));
        for (String number : new String[] {open, insider, drill}) {
            city.waiting(number, "userTask_receive");
        }
        jdbc.sql(
                        "update ACT_HI_ACTINST a join ACT_HI_PROCINST p on p.ID_ = a.PROC_INST_ID_"
                                + " set a.START_TIME_ = a.START_TIME_ - interval 400 day where p.BUSINESS_KEY_ = ? and a.END_TIME_ is null")
                .param(open)
                .update();

        JsonNode lead = receive(city, "lead");
        JsonNode handler = receive(city, "handler2");

        assertThat(lead.get("incidents").toString()).contains(open, insider).doesNotContain(drill);
        assertThat(handler.get("incidents").toString()).contains(open).doesNotContain(insider, drill);
        assertThat(handler.get("cases").asInt())
                .isEqualTo(handler.get("incidents").size());
        assertThat(handler.get("incidents").get(0).asString()).isEqualTo(open);
        assertThat(handler.get("longestSeconds").asLong()).isGreaterThan(399L * 86_400);
        assertThat(handler.get("medianSeconds").asLong())
                .isBetween(0L, handler.get("longestSeconds").asLong());
        assertThat(new PageClient(port, "lead").get("/plan/standing?lang=ja").body())
                .contains("受領", "/incidents/" + insider, "data-element=\"userTask_receive\"");
        assertThat(city.get("staff", "/api/v1/plan/standing").status()).isEqualTo(403);
        assertThat(city.get("admin", "/api/v1/plan/standing").body().get("items"))
                .isEmpty();
    }

    private static JsonNode receive(CaseClient city, String account) {
        return city.get(account, "/api/v1/plan/standing")
                .body()
                .get("items")
                .valueStream()
                .filter(it -> it.get("element").asString().equals("userTask_receive"))
                .findFirst()
                .orElseThrow();
    }
}
