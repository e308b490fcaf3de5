package dev.noroshi.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that takes every letter, forgets its words and remembers how often each Message-ID came. */
final class SmtpSink implements AutoCloseable {

    private final ServerSocket door;
    private final Map<String, Integer> letters = new ConcurrentHashMap<>();
    private final Map<String, Instant> taken = new ConcurrentHashMap<>();
    private final AtomicInteger connections = new AtomicInteger();

    SmtpSink() throws IOException {
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    int letters() {
        return letters.size();
    }

    /** Letters that came more than once. */
    long repeated() {
        return letters.values().stream().filter(times -> times > 1).count();
    }

    /** When the whole of that letter had come first; empty while it has not. */
    Optional<Instant> takenAt(String messageId) {
        return Optional.ofNullable(taken.get(messageId));
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "sink");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                connections.incrementAndGet();
                start(() -> converse(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void converse(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            OutputStream out = client.getOutputStream();
            say(out, "220 sink");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
                if (command.equals("DATA")) {
                    say(out, "354 go on");
                    take(in);
                }
                say(out, command.equals("QUIT") ? "221 bye" : "250 fine");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(BufferedReader in) throws IOException {
        String id = "";
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            if (line.regionMatches(true, 0, "Message-ID:", 0, 11)) {
                id = line.substring(11).strip();
            }
        }
        letters.merge(id, 1, Integer::sum);
        taken.putIfAbsent(id, Instant.now());
    }

    private static void say(OutputStream out, String answer) throws IOException {
        out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
