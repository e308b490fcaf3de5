package dev.noroshi.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.noroshi.NoroshiTest;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.transaction.PlatformTransactionManager;

/** The window's mailbox on mail servers of many kinds; each node here is the receiving half of one. */
@NoroshiTest
class MailboxIntegrationTests {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String PASSWORD = "open-sesame-4711";

    private final String account = "window-" + UUID.randomUUID() + "@city.example.jp";
    private final GreenMail server = new GreenMail(ServerSetup.IMAP.dynamicPort());
    private final List<ConfigurableApplicationContext> nodes = new ArrayList<>();
    private final Inbox inbox;
    private final Interpreter interpreter;
    private final PlatformTransactionManager transactions;
    private final JdbcClient jdbc;
    private BetweenImap between;
    private GreenMailUser window;

    @Autowired
    MailboxIntegrationTests(
            Inbox inbox, Interpreter interpreter, PlatformTransactionManager transactions, JdbcClient jdbc) {
        this.inbox = inbox;
        this.interpreter = interpreter;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    @EnableConfigurationProperties(MailSettings.class)
    static class Settings {}

    @BeforeEach
    void open() throws Exception {
        server.start();
        window = server.getUserManager().createUser(account, account, PASSWORD);
        between = new BetweenImap(server.getImap().getPort());
    }

    @AfterEach
    void close() {
        nodes.forEach(ConfigurableApplicationContext::close);
        between.close();
        server.stop();
    }

    @Test
    void aServerThatTellsIsHeardAtOnce() throws Exception {
        node("noroshi.mail.imap.poll-delay=P1D");
        await().atMost(SOON).until(between::isWatched);

        long before = System.nanoTime();
        String first = deliver();
        await().atMost(SOON).pollInterval(Duration.ofMillis(20)).until(() -> stored(first) == 1);
        Duration taken = Duration.ofNanos(System.nanoTime() - before);
        await().atMost(SOON).until(between::isWatched);
        String second = deliver();

        assertThat(taken).isLessThan(Duration.ofSeconds(3));
        await().atMost(SOON).until(() -> stored(second) == 1);
    }

    @Test
    void aServerThatDoesNotTellIsAsked() throws Exception {
        between.answering(answer -> answer.contains("CAPABILITY") ? answer.replace(" IDLE", "") : answer);
        node("noroshi.mail.imap.poll-delay=PT0.5S");

        String first = deliver();
        await().atMost(SOON).until(() -> stored(first) == 1);
        String second = deliver();

        await().atMost(SOON).until(() -> stored(second) == 1);
        assertThat(between.commands()).doesNotContain("IDLE");
    }

    @Test
    void aWatchThatIsLostWithoutAWordLosesNothingAndHoldsUpNoStop() throws Exception {
        ConfigurableApplicationContext node = node("noroshi.mail.imap.poll-delay=PT0.5S");
        await().atMost(SOON).until(between::isWatched);

        between.silenceThoseWhoWait();
        String subject = deliver();

        await().atMost(Duration.ofSeconds(10)).until(() -> stored(subject) == 1);
        long before = System.nanoTime();
        node.close();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void aServerThatIsAwayIsNamedOnceAndReadWhenItIsBack() throws Exception {
        try (Heard log = new Heard("dev.noroshi.mail", Level.WARN);
                Heard library = new Heard("org.springframework.integration", null)) {
            node("noroshi.mail.imap.poll-delay=PT0.2S");
            await().atMost(SOON).until(between::isWatched);
            between.goAway();
            String subject = deliver();
            await().atMost(SOON).until(() -> log.count("mailbox could not be read") == 1);
            await().during(Duration.ofSeconds(2)).atMost(SOON).until(() -> log.count("mailbox could not be read") == 1);
            assertThat(stored(subject)).isZero();

            between.comeBack();

            await().atMost(SOON).until(() -> stored(subject) == 1);
            await().atMost(SOON).until(between::isWatched);
            assertThat(library.lines()).isEmpty();
        }
    }

    @Test
    void aMailboxMadeAnewIsReadFromItsBeginning() throws Exception {
        List<String> before = List.of(deliver(), deliver(), deliver());
        ConfigurableApplicationContext node = node("noroshi.mail.imap.poll-delay=PT0.2S");
        await().atMost(SOON).until(() -> before.stream().allMatch(subject -> stored(subject) == 1));
        node.close();
        long uid = inbox.position(mailbox()).orElseThrow().uid();

        folder().deleteAllMessages();
        String after = deliver();
        between.answering(answer ->
                answer.replaceFirst("UIDVALIDITY \\d+", "UIDVALIDITY 4711").replaceFirst("UID " + (uid + 1), "UID 1"));
        node("noroshi.mail.imap.poll-delay=PT0.2S");

        await().atMost(SOON).until(() -> stored(after) == 1);
        assertThat(inbox.position(mailbox())).contains(new Inbox.Position(4711, 1));
        assertThat(before).allMatch(subject -> stored(subject) == 1);
    }

    @Test
    void twoNodesStoreEachMailOnce() throws Exception {
        node("noroshi.mail.imap.poll-delay=PT0.1S");
        node("noroshi.mail.imap.poll-delay=PT0.1S");

        List<String> subjects = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            subjects.add(deliver());
        }

        await().atMost(SOON).until(() -> subjects.stream().allMatch(subject -> stored(subject) == 1));
        assertThat(inbox.position(mailbox()).orElseThrow().uid()).isEqualTo(40);
    }

    @Test
    void nothingIsMarkedInTheMailbox() throws Exception {
        String unseen = deliver();
        String seen = deliver();
        folder().setFlags(new Flags(Flags.Flag.SEEN), true, 2, null, false);
        List<Flags> before = List.of(flags(0), flags(1));

        node("noroshi.mail.imap.poll-delay=PT0.2S");
        await().atMost(SOON).until(() -> stored(unseen) == 1 && stored(seen) == 1);
        await().atMost(SOON).until(between::isWatched);

        assertThat(List.of(flags(0), flags(1))).isEqualTo(before).doesNotHaveDuplicates();
        Set<String> verbs = new HashSet<>();
        between.commands().forEach(command -> verbs.add(command.replaceFirst("^(UID )?(\\S+).*", "$1$2")));
        assertThat(verbs)
                .contains("EXAMINE", "IDLE")
                .isSubsetOf(
                        "CAPABILITY",
                        "LOGIN",
                        "LOGOUT",
                        "LIST",
                        "EXAMINE",
                        "NOOP",
                        "FETCH",
                        "UID FETCH",
                        "IDLE",
                        "DONE",
                        "CLOSE");
        assertThat(between.commands())
                .filteredOn(command -> command.contains("BODY"))
                .isNotEmpty()
                .allMatch(command -> command.contains("BODY.PEEK["));
    }

    @Test
    void noLogSaysThePassword() throws Exception {
        try (Heard all = new Heard(Logger.ROOT_LOGGER_NAME, Level.INFO);
                Heard library = new Heard("org.springframework.integration", Level.TRACE);
                Heard ours = new Heard("dev.noroshi.mail", Level.TRACE)) {
            node("noroshi.mail.imap.poll-delay=PT0.2S");
            String subject = deliver();
            await().atMost(SOON).until(() -> stored(subject) == 1);
            between.goAway();
            await().atMost(SOON).until(() -> library.count("Failed to execute IDLE task") > 0);
            between.comeBack();
            node("noroshi.mail.imap.poll-delay=PT0.2S", "noroshi.mail.imap.password=wrong-" + PASSWORD);
            await().atMost(SOON).until(() -> library.count("AuthenticationFailedException") > 0);

            List<String> lines = new ArrayList<>(all.lines());
            lines.addAll(library.lines());
            lines.addAll(ours.lines());
            String encoded = Base64.getEncoder().encodeToString(PASSWORD.getBytes(StandardCharsets.UTF_8));
            assertThat(lines)
                    .hasSizeGreaterThan(20)
                    .noneMatch(line -> line.contains(PASSWORD) || line.contains(encoded) || line.contains(subject));
        }
    }

    private ConfigurableApplicationContext node(String... properties) {
        AnnotationConfigApplicationContext node = new AnnotationConfigApplicationContext();
        TestPropertyValues.of(
                        "noroshi.mail.imap.enabled=true",
                        "noroshi.mail.imap.port=" + between.port(),
                        "noroshi.mail.imap.user=" + account,
                        "noroshi.mail.imap.password=" + PASSWORD)
                .and(properties)
                .applyTo(node);
        node.registerBean("taskScheduler", ThreadPoolTaskScheduler.class, () -> {
            ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
            scheduler.setPoolSize(4);
            return scheduler;
        });
        node.registerBean(Inbox.class, () -> inbox);
        node.registerBean(Interpreter.class, () -> interpreter);
        node.registerBean(PlatformTransactionManager.class, () -> transactions);
        node.register(Settings.class, Mailman.class, MailboxConfiguration.class);
        nodes.add(node);
        node.refresh();
        return node;
    }

    private String deliver() throws Exception {
        String subject = UUID.randomUUID().toString();
        MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
        mail.setFrom("someone@city.example.jp");
        mail.setRecipients(Message.RecipientType.TO, account);
        mail.setSubject(subject);
        mail.setText("見慣れない画面が出ました。", "UTF-8");
        mail.saveChanges();
        window.deliver(mail);
        return subject;
    }

    private int stored(String subject) {
        return jdbc.sql("select count(*) from mail_in where subject = ?")
                .param(subject)
                .query(Integer.class)
                .single();
    }

    private String mailbox() {
        return account + "@127.0.0.1";
    }

    private MailFolder folder() throws Exception {
        return server.getManagers().getImapHostManager().getInbox(window);
    }

    private Flags flags(int position) throws Exception {
        return folder().getMessages().get(position).getFlags();
    }

    /** What a logger says, at a level of our choice. */
    private static final class Heard implements AutoCloseable {

        private final ListAppender<ILoggingEvent> events = new ListAppender<>();
        private final Logger logger;
        private final Level before;

        Heard(String name, Level level) {
            this.logger = (Logger) LoggerFactory.getLogger(name);
            this.before = logger.getLevel();
            if (level != null) {
                logger.setLevel(level);
            }
            events.start();
            logger.addAppender(events);
        }

        List<String> lines() {
            return Arrays.stream(events.list.toArray(new ILoggingEvent[0]))
                    .map(event -> event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy()))
                    .toList();
        }

        long count(String words) {
            return lines().stream().filter(line -> line.contains(words)).count();
        }

        @Override
        public void close() {
            logger.detachAppender(events);
            logger.setLevel(before);
        }
    }
}
