package dev.noroshi.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** Stands between a mail server and whoever reads there: hears every command, and makes the server another one. */
class BetweenImap implements AutoCloseable {

    private final int serverPort;
    private final List<Connection> connections = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private volatile UnaryOperator<String> answers = answer -> answer;
    private volatile ServerSocket door;

    BetweenImap(int serverPort) {
        this.serverPort = serverPort;
        this.door = open(0);
    }

    private static final class Connection {
        final Socket client;
        final Socket server;
        volatile boolean idle;
        volatile boolean silent;

        Connection(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void close() {
            try (client;
                    server) {
                silent = true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    int port() {
        return door.getLocalPort();
    }

    /** What was asked of the server, without the tags. */
    List<String> commands() {
        return commands;
    }

    void answering(UnaryOperator<String> answers) {
        this.answers = answers;
    }

    boolean isWatched() {
        return connections.stream().anyMatch(one -> one.idle && !one.silent && !one.client.isClosed());
    }

    /** Whoever waits there is never told anything again, nor that the connection is gone. */
    void silenceThoseWhoWait() {
        connections.stream().filter(one -> one.idle).forEach(one -> one.silent = true);
    }

    void goAway() {
        close();
    }

    void comeBack() {
        door = open(port());
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        connections.forEach(Connection::close);
        connections.clear();
    }

    private ServerSocket open(int port) {
        try {
            ServerSocket opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            start(() -> accept(opened));
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket opened) throws IOException {
        while (true) {
            Socket client = opened.accept();
            Connection one = new Connection(client, new Socket(InetAddress.getLoopbackAddress(), serverPort));
            connections.add(one);
            start(() -> pass(one, one.client, one.server, command -> heard(one, command)));
            start(() -> pass(one, one.server, one.client, answer -> answers.apply(answer)));
        }
    }

    private String heard(Connection one, String command) {
        String asked = command.strip().replaceFirst("^\\S+ ", "");
        commands.add(asked);
        one.idle = asked.equals("IDLE");
        return command;
    }

    private static void pass(Connection one, Socket from, Socket to, UnaryOperator<String> change) throws IOException {
        try (from;
                to) {
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(from.getInputStream(), StandardCharsets.ISO_8859_1));
            OutputStream out = to.getOutputStream();
            String line = lines.readLine();
            while (line != null) {
                String changed = change.apply(line) + "\r\n";
                if (!one.silent) {
                    out.write(changed.getBytes(StandardCharsets.ISO_8859_1));
                    out.flush();
                }
                line = lines.readLine();
            }
        }
    }

    private interface Work {

        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // one of both has gone
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
