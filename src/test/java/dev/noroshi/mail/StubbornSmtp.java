package dev.noroshi.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that answers each command as a test says, or goes without a word. */
class StubbornSmtp implements AutoCloseable {

    static final String GO = "";

    /** Keeps the line and says nothing more. */
    static final String SILENCE = "silence";

    private final ServerSocket door;
    private final String command;
    private final List<String> answers;
    final List<String> letters = new CopyOnWriteArrayList<>();
    private int asked;
    private volatile boolean silent;

    /**
     * @param command the command, such as {@code RCPT}, that is answered so; {@code .} for the end of a letter,
     *     {@code HELLO} for the greeting, which never comes
     * @param answers in their order, the last for good
     */
    StubbornSmtp(String command, String... answers) throws IOException {
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.command = command;
        this.answers = List.of(answers);
        Thread thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
    }

    boolean isSilent() {
        return silent;
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

    private void serve() {
        while (!door.isClosed()) {
            try (Socket client = door.accept()) {
                converse(client);
            } catch (IOException gone) {
                Thread.yield();
            }
        }
    }

    private void converse(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = client.getOutputStream();
        if (command.equals("HELLO")) {
            in.readLine();
            return;
        }
        say(out, "220 stubborn");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String said = line.split("[ :]", 2)[0].toUpperCase(java.util.Locale.ROOT);
            if (said.equals("DATA") && !command.equals("DATA")) {
                say(out, "354 go on");
                letters.add(letter(in));
                said = ".";
            }
            String answer = said.equals(command) ? next() : other(said);
            if (answer.equals(GO)) {
                return;
            }
            if (answer.equals(SILENCE)) {
                silent = true;
                in.readLine();
                return;
            }
            say(out, answer);
        }
    }

    /** To whatever else is said. */
    String other(String said) {
        return said.equals("QUIT") ? "221 bye" : "250 fine";
    }

    private String next() {
        return answers.get(Math.min(asked++, answers.size() - 1));
    }

    private static String letter(BufferedReader in) throws IOException {
        StringBuilder letter = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            letter.append(line).append('\n');
        }
        return letter.toString();
    }

    private static void say(OutputStream out, String answer) throws IOException {
        out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
