package dev.noroshi.escalation.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.CaseClient;
import dev.noroshi.NoroshiTest;
import dev.noroshi.PageClient;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The call tree as programs read it and people print it. */
@NoroshiTest
class CallTreesIntegrationTests {

    @LocalServerPort
    private int port;

    @Test
    void everyLadderOfTheRunningPlanIsThereOnEveryLevelWithItsPeople() {
        JsonNode trees =
                new CaseClient(port).get("ciso", "/api/v1/roster/call-tree").body();

        List<String> ladders = trees.valueStream()
                .flatMap(tree -> tree.get("levels")
                        .valueStream()
                        .map(level -> tree.get("ladder").asString() + " " + level.asString()))
                .toList();
        assertThat(ladders).doesNotHaveDuplicates().contains("csirt L0", "csirt L4", "ciso L2", "ciso L4");
        JsonNode first = trees.valueStream()
                .filter(tree -> tree.get("ladder").asString().equals("csirt"))
                .findFirst()
                .orElseThrow()
                .get("rungs")
                .get(0);
        assertThat(first.get("rung").asInt()).isEqualTo(1);
        assertThat(first.get("holders")
                        .valueStream()
                        .map(it -> it.get("person").get("account").asString()))
                .contains("handler");
    }

    @Test
    void thePageHasPeopleTelephonesAndTimesAndIsNotForStaff() {
        String page = new PageClient(port, "handler").get("/roster/call-tree").body();

        assertThat(page)
                .contains("緊急連絡網", "CSIRT責任者", "次の段まで", "call-tree.css", "所属長（情報セキュリティ管理者）", "現在")
                .containsPattern("内線 \\d+");
        assertThat(new PageClient(port, "handler").get("/roster").body()).contains("href=\"/roster/call-tree\"");
        assertThat(new PageClient(port, "staff").get("/roster/call-tree").statusCode())
                .isEqualTo(403);
    }
}
