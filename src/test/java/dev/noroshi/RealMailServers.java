package dev.noroshi;

import dev.noroshi.demo.City;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Postfix and Dovecot of Debian as processes of our own: own settings, own ports, one mail store, no init system. They need
 * root; where they are missing tests are skipped with a word, or fail under {@code NOROSHI_MAIL_SERVERS=required}.
 */
final class RealMailServers implements AutoCloseable {

    private static final String POSTFIX = """
            compatibility_level = 3.6
            queue_directory = %1$s/queue
            data_directory = %1$s/data
            maillog_file = %1$s/postfix.log
            maillog_file_prefixes = %1$s
            myhostname = mx.city.example.jp
            mydestination =
            inet_interfaces = loopback-only
            inet_protocols = ipv4
            mynetworks = 127.0.0.0/8
            alias_maps =
            local_recipient_maps =
            virtual_mailbox_domains = city.example.jp
            virtual_mailbox_base = %1$s/mail
            virtual_mailbox_maps = texthash:%1$s/mailboxes
            virtual_minimum_uid = 1
            virtual_uid_maps = static:8
            virtual_gid_maps = static:8
            smtpd_tls_security_level = may
            smtpd_tls_cert_file = %1$s/cert.pem
            smtpd_tls_key_file = %1$s/key.pem
            smtpd_recipient_restrictions = reject_unauth_destination
            """;
    private static final String MASTER = """
            127.0.0.1:%d inet n - n - - smtpd
            pickup unix n - n 60 1 pickup
            cleanup unix n - n - 0 cleanup
            qmgr unix n - n 300 1 qmgr
            tlsmgr unix - - n 1000? 1 tlsmgr
            rewrite unix - - n - - trivial-rewrite
            bounce unix - - n - 0 bounce
            defer unix - - n - 0 bounce
            trace unix - - n - 0 bounce
            verify unix - - n - 1 verify
            flush unix n - n 1000? 0 flush
            proxymap unix - - n - - proxymap
            smtp unix - - n - - smtp
            error unix - - n - - error
            retry unix - - n - - error
            discard unix - - n - - discard
            virtual unix - n n - - virtual
            anvil unix - - n - 1 anvil
            scache unix - - n - 1 scache
            postlog unix-dgram n - n - 1 postlogd
            """;
    private static final String DOVECOT = """
            base_dir = %1$s/run
            log_path = %1$s/dovecot.log
            protocols = imap
            listen = 127.0.0.1
            ssl = yes
            ssl_cert = <%1$s/cert.pem
            ssl_key = <%1$s/key.pem
            disable_plaintext_auth = no
            mail_location = maildir:%1$s/mail/%%u
            first_valid_uid = 1
            first_valid_gid = 1
            passdb {
              driver = static
              args = password=noroshi-demo
            }
            userdb {
              driver = static
              args = uid=8 gid=8 home=%1$s/mail/%%u
            }
            service imap-login {
              inet_listener imap {
                port = %2$d
              }
              inet_listener imaps {
                port = 0
              }
            }
            """;

    private final int smtpPort = NoroshiProcess.freePort();
    private final int imapPort = NoroshiProcess.freePort();
    private final Path folder;

    private RealMailServers(Path folder) {
        this.folder = folder;
    }

    static RealMailServers start() {
        boolean there = Files.isExecutable(Path.of("/usr/sbin/postfix"))
                && Files.isExecutable(Path.of("/usr/sbin/dovecot"))
                && "root".equals(System.getProperty("user.name"));
        String missing = "Postfix and Dovecot (packages postfix, dovecot-imapd) and root are needed";
        if (!there && "required".equals(System.getenv("NOROSHI_MAIL_SERVERS"))) {
            throw new IllegalStateException(missing + ", and NOROSHI_MAIL_SERVERS=required.");
        }
        Assumptions.assumeTrue(there, missing);
        try {
            RealMailServers servers = new RealMailServers(Files.createTempDirectory("noroshi-mail"));
            servers.write();
            servers.startPostfix();
            servers.startDovecot();
            return servers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String inner : List.of("queue", "data", "mail", "postfix")) {
            Files.createDirectory(folder.resolve(inner));
        }
        Files.writeString(folder.resolve("postfix/main.cf"), POSTFIX.formatted(folder));
        Files.writeString(folder.resolve("postfix/master.cf"), MASTER.formatted(smtpPort));
        Files.write(
                folder.resolve("mailboxes"),
                City.mailboxes().stream()
                        .map(address -> address + " " + address + "/")
                        .toList());
        Files.writeString(folder.resolve("dovecot.conf"), DOVECOT.formatted(folder, imapPort));
        run("chown", "postfix", folder.resolve("data").toString());
        run("chown", "8:8", folder.resolve("mail").toString());
        run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=mx.city.example.jp",
                "-addext",
                "subjectAltName=IP:127.0.0.1",
                "-keyout",
                folder.resolve("key.pem").toString(),
                "-out",
                certificate().toString());
    }

    Path certificate() {
        return folder.resolve("cert.pem");
    }

    int smtpPort() {
        return smtpPort;
    }

    int imapPort() {
        return imapPort;
    }

    Mailbox mailbox(String address) {
        return new Mailbox(address, smtpPort, imapPort);
    }

    void startPostfix() {
        run("postfix", "-c", folder.resolve("postfix").toString(), "start");
    }

    void stopPostfix() {
        run("postfix", "-c", folder.resolve("postfix").toString(), "stop");
    }

    void startDovecot() {
        run("dovecot", "-c", folder.resolve("dovecot.conf").toString());
    }

    void stopDovecot() {
        run("doveadm", "-c", folder.resolve("dovecot.conf").toString(), "stop");
    }

    @Override
    public void close() {
        try {
            stopPostfix();
        } finally {
            stopDovecot();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(java.util.Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(String... command) {
        try {
            Path output = Files.createTempFile("noroshi-mail", ".out");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            int code = process.waitFor();
            String said = Files.readString(output);
            Files.delete(output);
            if (code != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
