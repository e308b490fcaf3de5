package dev.noroshi.demo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** The ports that are asked for: real, each for one thing, and free; otherwise the start ends before anything is made. */
final class Ports {

    static final String PAGES = "server.port";

    private static final int LAST = 65535;
    private static final int ANY = 0;
    /** With it Spring Boot starts without pages. */
    private static final int NONE = -1;

    private final Environment environment;
    private final Map<Integer, String> asked = new HashMap<>();

    Ports(Environment environment) {
        this.environment = environment;
    }

    /** @throws CannotStart when nothing could listen there */
    int require(String setting, int fallback) {
        String named = environment.getProperty(setting, "").strip();
        int port = named.isEmpty() ? fallback : numberOf(named);
        if (port > LAST || port < (setting.equals(PAGES) ? NONE : ANY)) {
            throw new CannotStart(
                    setting + " の " + named + " はポート番号ではありません。0 から " + LAST + " までの番号を指定してください（0 は空いている番号）。",
                    setting + " is " + named + ", which is no port. Name one from 0 to " + LAST + " (0 takes any).");
        }
        if (port > ANY) {
            requireOwn(port, setting);
            requireFree(port, setting);
        }
        return port;
    }

    private static int numberOf(String named) {
        try {
            return Integer.parseInt(named);
        } catch (NumberFormatException noNumber) {
            return LAST + 1;
        }
    }

    private void requireOwn(int port, String setting) {
        @Nullable String other = asked.putIfAbsent(port, setting);
        if (other != null) {
            throw new CannotStart(
                    other + " と " + setting + " が同じポート " + port + " です。別々の番号を指定してください。",
                    other + " and " + setting + " name the same port " + port + ". Name different ones.");
        }
    }

    private static void requireFree(int port, String setting) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress("127.0.0.1", port));
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("Permission denied")) {
                throw new CannotStart(
                        "ポート " + port + " を開く権限がありません。" + setting + " で 1024 以上の番号を指定してください。",
                        "This user may not open port " + port + ". Name one from 1024 on with " + setting + ".",
                        e);
            }
            throw new CannotStart(
                    "ポート " + port + " は使用中です。" + setting + " で別の番号を指定してください。",
                    "Port " + port + " is taken. Name another with " + setting + ".",
                    e);
        }
    }
}
