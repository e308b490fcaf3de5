package dev.noroshi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** A person at the pages: signed in, sending forms as a browser does. */
public final class PageClient {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern INPUT = Pattern.compile("<input [^>]*name=\"([^\"]+)\"[^>]*>");
    private static final Pattern VALUE = Pattern.compile(" value=\"([^\"]*)\"");
    private static final Pattern AREA =
            Pattern.compile("<textarea [^>]*name=\"([^\"]+)\"[^>]*>(.*?)</textarea>", Pattern.DOTALL);
    private static final Pattern SELECT =
            Pattern.compile("<select [^>]*name=\"([^\"]+)\"[^>]*>(.*?)</select>", Pattern.DOTALL);
    private static final Pattern SELECTED = Pattern.compile("<option value=\"([^\"]*)\" selected");

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String site;

    public PageClient(int port, String account) {
        this.site = "http://localhost:" + port;
        String page = get("/login").body();
        HttpResponse<String> signedIn = post("/login", page, Map.of("username", account, "password", "noroshi-demo"));
        assertThat(signedIn.uri().getPath()).as("signed in").isNotEqualTo("/login");
    }

    /** What the forms of a page would send as they stand. */
    public static Map<String, String> values(String page) {
        Map<String, String> values = new LinkedHashMap<>();
        Matcher input = INPUT.matcher(page);
        while (input.find()) {
            boolean box =
                    input.group().contains("type=\"checkbox\"") || input.group().contains("type=\"radio\"");
            Matcher value = VALUE.matcher(input.group());
            if (!box || input.group().contains("checked")) {
                values.put(input.group(1), value.find() ? HtmlUtils.htmlUnescape(value.group(1)) : "");
            }
        }
        Matcher area = AREA.matcher(page);
        while (area.find()) {
            values.put(area.group(1), HtmlUtils.htmlUnescape(area.group(2)));
        }
        Matcher select = SELECT.matcher(page);
        while (select.find()) {
            Matcher chosen = SELECTED.matcher(select.group(2));
            values.put(select.group(1), chosen.find() ? HtmlUtils.htmlUnescape(chosen.group(1)) : "");
        }
        values.remove("_csrf");
        return values;
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(site + path)));
    }

    /** @param page where the form stands: its token is sent */
    public HttpResponse<String> post(String path, String page, Map<String, String> values) {
        Matcher token = TOKEN.matcher(page);
        assertThat(token.find()).as("a form on the page").isTrue();
        StringBuilder form = new StringBuilder("_csrf=" + encoded(token.group(1)));
        values.forEach((name, value) ->
                form.append('&').append(encoded(name)).append('=').append(encoded(value)));
        return send(HttpRequest.newBuilder(URI.create(site + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
    }

    /** Sends a file as the input {@code file} of a form. */
    public HttpResponse<String> upload(String path, String page, String name, byte[] content) {
        Matcher token = TOKEN.matcher(page);
        assertThat(token.find()).as("a form on the page").isTrue();
        String edge = "edge" + System.nanoTime();
        String before =
                "--" + edge + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token.group(1) + "\r\n--"
                        + edge + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: text/csv\r\n\r\n";
        return send(HttpRequest.newBuilder(URI.create(site + path))
                .header("Content-Type", "multipart/form-data; boundary=" + edge)
                .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(
                        before.getBytes(StandardCharsets.UTF_8),
                        content,
                        ("\r\n--" + edge + "--\r\n").getBytes(StandardCharsets.UTF_8)))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return browser.send(
                    request.header("Accept", "text/html")
                            .header("Accept-Language", "ja")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
