package dev.noroshi.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.CaseClient;
import dev.noroshi.CaseClient.Answer;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Editions over REST, as an author's and an approver's program would handle them. */
public final class EditionClient {

    static final String EDITIONS = "/api/v1/plan/editions";

    private final CaseClient city;

    public EditionClient(int port) {
        city = new CaseClient(port);
    }

    /** The number of the edition that new cases get. */
    public int running() {
        return runningEdition().get("number").asInt();
    }

    private JsonNode runningEdition() {
        for (JsonNode edition : city.get("lead", EDITIONS).body().get("items")) {
            if (edition.get("state").asString().equals("running")) {
                return edition;
            }
        }
        throw new AssertionError("no edition runs");
    }

    /** All other tests go by the shipped plan: brings back the edition that ran before. */
    public void goBackTo(int before) {
        JsonNode now = runningEdition();
        if (now.get("number").asInt() == before || now.get("renewedFrom").asInt(0) == before) {
            return;
        }
        Answer renewed = city.post("lead", EDITIONS + "/" + before + "/renewal", Map.of());
        assertThat(renewed.status()).isEqualTo(201);
        int number = renewed.body().get("number").asInt();
        approve(number);
        assertThat(running()).isEqualTo(number);
    }

    /** As a second person, at once. */
    public void approve(int number) {
        Answer approved = city.post("chief", EDITIONS + "/" + number + "/approval", Map.of());
        assertThat(approved.status()).as("%s", approved.body()).isEqualTo(200);
    }

    /** Uploads it. @return its number */
    public int draft(RevisedPlan plan) {
        Answer uploaded = upload("lead", plan.zip(), "庁内放送を加える");
        assertThat(uploaded.status()).as("%s", uploaded.body()).isEqualTo(201);
        return uploaded.body().get("edition").get("number").asInt();
    }

    /** @param zip sent as one file */
    public Answer upload(String account, byte[] zip, String note) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(
                ("--teil\r\nContent-Disposition: form-data; name=\"note\"\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n"
                                + note
                                + "\r\n--teil\r\nContent-Disposition: form-data; name=\"files\"; filename=\"plan.zip\""
                                + "\r\nContent-Type: application/zip\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(zip);
        body.writeBytes("\r\n--teil--\r\n".getBytes(StandardCharsets.UTF_8));
        return city.send(
                account,
                EDITIONS,
                request -> request.header("Content-Type", "multipart/form-data; boundary=teil")
                        .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }
}
