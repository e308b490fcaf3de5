package dev.noroshi.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.CaseClient;
import dev.noroshi.NoroshiTest;
import dev.noroshi.PageClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;

/** The pages of cases as people use them in a browser: signed in, by forms. */
@NoroshiTest
class IncidentPagesTests {

    private static final Pattern LINE = Pattern.compile("<li>\\s*<time .*?</li>", Pattern.DOTALL);

    @LocalServerPort
    private int port;

    @Test
    void handlerFindsACaseAndWritesANote() {
        String number = report();
        PageClient handler = new PageClient(port, "handler");

        assertThat(handler.get("/incidents?status=open&q=" + number).body()).contains(number, "メール・FAXの誤送信");
        String page = handler.get("/incidents/" + number).body();
        assertThat(page).contains("宛先を誤って", "hx-get=\"/incidents/" + number + "/tasks\"", "第一報を受付");
        assertThat(page).doesNotContain("??", "incident.entry.", "incident.fact.");

        HttpResponse<String> noted = handler.post("/incidents/" + number + "/notes", page, Map.of("text", "電話で確認した"));
        assertThat(noted.statusCode()).isEqualTo(200);
        assertThat(noted.body()).contains("メモを記録しました。", "電話で確認した");
    }

    @Test
    void whatIsRefusedIsToldBesideTheFieldAndKept() {
        String number = report();
        PageClient handler = new PageClient(port, "handler");
        String page = handler.get("/incidents/" + number).body();

        HttpResponse<String> refused =
                handler.post("/incidents/" + number + "/level", page, Map.of("level", "L9", "reason", "影響が広い"));

        assertThat(refused.body()).contains("id=\"level.level-error\"", "選択肢から選んでください。", "影響が広い</textarea>");
    }

    @Test
    void whoReportsSeesFactsButNotTheTimeline() {
        String number = report();
        HttpResponse<String> page = new PageClient(port, "staff").get("/incidents/" + number);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("宛先を誤って", "取下げを申請").doesNotContain("timeline-title", "メモを書く");
    }

    @Test
    void anEmptyListSaysSo() {
        assertThat(new PageClient(port, "handler")
                        .get("/incidents?q=no-such-thing")
                        .body())
                .contains("条件に合うインシデントはありません。");
    }

    /** The newest stand first, every line is on one page of the timeline, and plain links lead through them. */
    @Test
    void theTimelineBeginsWithItsNewestLineAndLeadsToItsOldest() {
        String number = report();
        CaseClient city = new CaseClient(port);
        IntStream.rangeClosed(1, 110)
                .forEach(note ->
                        city.post("handler", "/api/v1/incidents/" + number + "/notes", Map.of("text", "メモその" + note)));
        PageClient handler = new PageClient(port, "handler");

        String newest = handler.get("/incidents/" + number).body();
        assertThat(lines(newest)).hasSize(50);
        assertThat(newest).contains("新しい順に1〜50件目").contains("メモその110").doesNotContain("第一報を受付");
        List<String> all = new ArrayList<>(lines(newest));
        for (String page = newest; page.contains(">古い記録へ<"); ) {
            page = handler.get(link(page, "古い記録へ")).body();
            all.addAll(lines(page));
        }
        assertThat(IntStream.rangeClosed(1, 110))
                .allSatisfy(note -> assertThat(all).anyMatch(line -> line.contains(">メモその" + note + "<")));
        assertThat(all.get(all.size() - 1)).contains("第一報を受付");
        assertThat(lines(handler.get(link(newest, "いちばん古い記録へ")).body())).contains(all.get(all.size() - 1));

        String oldest = handler.get(link(newest, "古い順に読む")).body();
        assertThat(lines(oldest).get(0)).contains("第一報を受付");
        assertThat(handler.get(link(oldest, "いちばん新しい記録へ")).body()).contains("メモその110");
    }

    /** Lines of a timeline, each with a time of its own to the microsecond. */
    private static List<String> lines(String page) {
        return LINE.matcher(page).results().map(MatchResult::group).toList();
    }

    private static String link(String page, String words) {
        Matcher link = Pattern.compile("<a href=\"([^\"#]+)#timeline-title\"[^>]*>" + words + "</a>")
                .matcher(page);
        assertThat(link.find()).as(words).isTrue();
        return HtmlUtils.htmlUnescape(link.group(1));
    }

    private String report() {
        return new CaseClient(port).report("mis-send", Map.of("description", "宛先を誤って送信した"));
    }
}
