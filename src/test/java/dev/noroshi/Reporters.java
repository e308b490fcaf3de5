package dev.noroshi;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/** Members of staff who report, and try again with the same key until they have a receipt. */
final class Reporters {

    private static final List<String> TYPES = List.of("intrusion", "malware", "mis-send", "suspicious-mail");
    private static final Duration PAUSE = Duration.ofMillis(1500);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ExecutorService callers;
    private final List<Future<String>> receipts;
    private final String site;

    Reporters(int port, int callers, int perCaller) {
        this.site = "http://localhost:" + port;
        this.callers = Executors.newFixedThreadPool(callers);
        this.receipts = IntStream.range(0, callers * perCaller)
                .mapToObj(n -> this.callers.submit(() -> report(TYPES.get(n % TYPES.size()))))
                .toList();
    }

    /** The numbers of all cases, once the last report is accepted. */
    List<String> finish() throws InterruptedException, ExecutionException, TimeoutException {
        callers.shutdown();
        List<String> numbers = new ArrayList<>();
        for (Future<String> receipt : receipts) {
            numbers.add(receipt.get(3, TimeUnit.MINUTES));
        }
        return numbers;
    }

    private String report(String type) throws InterruptedException {
        String key = UUID.randomUUID().toString();
        // Words, as a random number may read as an individual number and be refused.
        String what = "届いたメールを別の宛先へ送った " + Integer.toString(key.hashCode(), 36);
        String body = Caller.JSON.writeValueAsString(Map.of(
                "type",
                type,
                "discoveredAt",
                Instant.now().minusSeconds(60).toString(),
                "description",
                what,
                "reporter",
                Map.of("name", "職員　髙﨑", "section", "総務課", "phone", "2101")));
        while (true) {
            try {
                HttpResponse<String> answer = http.send(request(key, body), HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() / 100 == 4) {
                    throw new AssertionError(answer.body());
                }
                if (answer.statusCode() == 201) {
                    Thread.sleep(PAUSE.toMillis());
                    return Caller.read(answer).get("incident").asString();
                }
            } catch (java.io.IOException killed) {
                // The same report again, with the same key.
            }
            Thread.sleep(200);
        }
    }

    private HttpRequest request(String key, String body) {
        return HttpRequest.newBuilder(URI.create(site + "/api/v1/first-reports"))
                .timeout(Duration.ofSeconds(10))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString("staff:noroshi-demo".getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body))
                .build();
    }
}
