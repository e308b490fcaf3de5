package dev.noroshi;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Stands before a mail server, and keeps back its answer to a letter that it has accepted: the moment in which the
 * sender does not know yet. It can also break the line before the server has heard of a letter.
 */
final class SlowSmtp implements AutoCloseable {

    private final ServerSocket door;
    private final int server;
    private final Letters letters;

    /** Hears of letters by their Message-ID. */
    interface Letters {

        /** The server has not got the letter yet; whether it never shall. */
        boolean comes(String id);

        /** It has taken the letter, and nobody knows yet. */
        void accepted(String id);
    }

    SlowSmtp(int server, Runnable betweenAcceptanceAndAnswer) throws IOException {
        this(server, new Letters() {
            @Override
            public boolean comes(String id) {
                return false;
            }

            @Override
            public void accepted(String id) {
                betweenAcceptanceAndAnswer.run();
            }
        });
    }

    SlowSmtp(int server, Letters letters) throws IOException {
        this.server = server;
        this.letters = letters;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        inBackground(() -> {
            while (!door.isClosed()) {
                Socket client = door.accept();
                inBackground(() -> converse(client));
            }
        });
    }

    int port() {
        return door.getLocalPort();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void converse(Socket client) throws IOException {
        AtomicBoolean ended = new AtomicBoolean();
        AtomicReference<String> letter = new AtomicReference<>("");
        try (client;
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), server)) {
            inBackground(() -> pass(behind, client, line -> {
                if (ended.get() && line.startsWith("250")) {
                    ended.set(false);
                    letters.accepted(letter.get());
                }
            }));
            pass(client, behind, line -> {
                if (line.startsWith("Message-ID: ")) {
                    letter.set(line.substring("Message-ID: ".length()));
                    if (letters.comes(letter.get())) {
                        throw new UncheckedIOException(new IOException("the line is broken"));
                    }
                }
                if (line.equals(".")) {
                    ended.set(true);
                }
            });
        }
    }

    private static void pass(Socket from, Socket to, java.util.function.Consumer<String> seen) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(from.getInputStream(), StandardCharsets.ISO_8859_1));
        OutputStream out = to.getOutputStream();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            seen.accept(line);
            out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    /** A connection that breaks is what this is for. */
    private static void inBackground(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException | UncheckedIOException broken) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
