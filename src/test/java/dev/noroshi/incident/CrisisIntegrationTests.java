package dev.noroshi.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noroshi.Caller;
import dev.noroshi.CaseClient;
import dev.noroshi.NoroshiTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** L4: the crisis headquarters take over, once, whenever the case comes to that level. */
@NoroshiTest
class CrisisIntegrationTests {

    private static final String HAND_OVER = "userTask_handOverCrisis";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private CaseClient city;

    @BeforeEach
    void theCity() {
        city = new CaseClient(port);
    }

    @Test
    void aCaseOfTheHighestLevelIsHandedOverWithWhoWhenAndWhere() {
        String number = city.evaluated("failure", Map.of("lifeline", "yes"));
        assertThat(city.level(number)).isEqualTo("L4");
        String task = city.waiting(number, HAND_OVER);
        assertThat(Caller.signedIn(port, "lead").get("/tasks/" + task).body()).contains("引き継いだ人", "引き継いだ日時", "引き継いだ場所");
        assertThat(city.completion("lead", task, Map.of("takenOverBy", "危機管理監", "place", "本庁３階　災害対策本部室"))
                        .status())
                .isEqualTo(200);
        city.complete("chief", number, "userTask_decideBcp", Map.of("affairs", "住民票の発行は手作業"));

        await().until(() -> city.timeline(number).stream().anyMatch(line -> line.startsWith("bcp-activate")));
        assertThat(city.timeline(number))
                .anyMatch(line -> line.startsWith("crisis-announced"))
                .anyMatch(line ->
                        line.startsWith("crisis-handed-over") && line.contains("危機管理監") && line.contains("災害対策本部室"));
        assertThat(letters(number)).hasSizeGreaterThan(2).allMatch(letter -> letter.contains("対策本部へ引き継ぎます"));
    }

    @Test
    void aCaseRaisedToTheHighestLevelLaterIsHandedOverThenAndOnce() {
        String number = city.evaluated("intrusion", Map.of("segment", "lgwan"));
        assertThat(city.tasks(number, HAND_OVER, "open")).isEmpty();

        raise(number, "L4");
        city.waiting(number, HAND_OVER);

        city.patch("handler", "/api/v1/incidents/" + number, "*", Map.of("lifeline", "yes", "reason", "断水した"));
        assertThat(city.tasks(number, HAND_OVER, "open")).hasSize(1);
    }

    @Test
    void lowerLevelsStayWithTheCsirt() {
        String number = city.evaluated("intrusion", Map.of("segment", "lgwan"));
        city.waiting(number, "userTask_confirmReports");

        assertThat(city.level(number)).isEqualTo("L3");
        assertThat(city.tasks(number, HAND_OVER, "open")).isEmpty();
        assertThat(letters(number)).isEmpty();
    }

    private void raise(String number, String level) {
        assertThat(city.post(
                                "lead",
                                "/api/v1/incidents/" + number + "/level",
                                Map.of("level", level, "reason", "広がっている"))
                        .status())
                .isLessThan(300);
    }

    private List<String> letters(String number) {
        return jdbc.sql("select body from mail_out where letter_key like ?")
                .param(number + "/crisis/%")
                .query(String.class)
                .list();
    }
}
