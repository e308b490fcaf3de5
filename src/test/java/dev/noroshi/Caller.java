package dev.noroshi;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who calls the running application over HTTP: a browser with cookies, or a program with a header. */
public final class Caller {

    public static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" (?:value|content)=\"([^\"]+)\"");

    private final int port;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http;
    private final @Nullable String authorization;
    private String host = "localhost";
    private String[] always = {};

    private Caller(int port, @Nullable String authorization, HttpClient.Builder http) {
        this.port = port;
        this.authorization = authorization;
        this.http = http.cookieHandler(cookies).build();
    }

    /** A browser that nobody has signed in with; it follows no redirect. */
    public static Caller stranger(int port) {
        return new Caller(port, null, HttpClient.newBuilder());
    }

    /** A browser that the trusted proxy does not stand before. */
    public static Caller overIpv6(int port) {
        Caller caller = stranger(port);
        caller.host = "[::1]";
        return caller;
    }

    /** A browser behind the trusted proxy, which names the caller's address. */
    public static Caller behindProxy(int port, String address) {
        Caller caller = stranger(port);
        caller.always = new String[] {"X-Forwarded-For", address};
        return caller;
    }

    /** A person of the fictional city in a browser. */
    public static Caller signedIn(int port, String account) {
        Caller caller = stranger(port);
        HttpResponse<String> answer = caller.signIn(account, "noroshi-demo");
        if (!"/"
                .equals(answer.headers()
                        .firstValue("Location")
                        .map(URI::create)
                        .map(URI::getPath)
                        .orElse(""))) {
            throw new AssertionError(account + " could not sign in: " + answer.statusCode());
        }
        return caller;
    }

    /** A program of a person of the fictional city, with HTTP Basic. */
    public static Caller program(int port, String account) {
        return program(port, account, "noroshi-demo");
    }

    /** A program of anybody, with HTTP Basic. */
    public static Caller program(int port, String account, String password) {
        String secret = Base64.getEncoder().encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
        return new Caller(port, "Basic " + secret, HttpClient.newBuilder());
    }

    /** A program with an API token. */
    public static Caller bearer(int port, String token) {
        return new Caller(port, "Bearer " + token, HttpClient.newBuilder());
    }

    public HttpResponse<String> signIn(String account, String password) {
        return submit("/login", "/login", Map.of("username", account, "password", password));
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** Opens the page, then sends one of its forms with the page's token. */
    public HttpResponse<String> submit(String page, String action, Map<String, String> values) {
        return form(action, values, "X-CSRF-TOKEN", csrf(page));
    }

    /** The token that the page's forms carry. */
    public String csrf(String page) {
        Matcher token = CSRF.matcher(get(page).body());
        if (!token.find()) {
            throw new AssertionError("no form at " + page);
        }
        return token.group(1);
    }

    /** Sends a form just so, without any token unless given as header. */
    public HttpResponse<String> form(String action, Map<String, String> values, String... headers) {
        String body = values.entrySet().stream()
                .map(value -> encoded(value.getKey()) + "=" + encoded(value.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(action, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Sends JSON; text goes as it stands, anything else is written as JSON. */
    public HttpResponse<String> json(String method, String path, Object body, String... headers) {
        String text = body instanceof String already ? already : JSON.writeValueAsString(body);
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(text)));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new AssertionError("no answer", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("stopped", stopped);
        }
    }

    public HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://" + host + ":" + port + path));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        for (int n = 0; n < always.length; n += 2) {
            request.header(always[n], always[n + 1]);
        }
        for (int n = 0; n < headers.length; n += 2) {
            request.header(headers[n], headers[n + 1]);
        }
        return request;
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    public static JsonNode read(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
