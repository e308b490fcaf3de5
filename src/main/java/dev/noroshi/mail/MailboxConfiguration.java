package dev.noroshi.mail;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.expression.spel.support.StandardEvaluationContext;
import org.springframework.integration.channel.FixedSubscriberChannel;
import org.springframework.integration.endpoint.SourcePollingChannelAdapter;
import org.springframework.integration.mail.inbound.ImapIdleChannelAdapter;
import org.springframework.integration.mail.inbound.MailReceivingMessageSource;
import org.springframework.messaging.MessageChannel;
import org.springframework.scheduling.support.PeriodicTrigger;

/**
 * Two connections to the window's mailbox. On one the mail server says when something has come (IMAP IDLE), so that an answer
 * counts within a second. Where it does not offer that, or the connection is lost without a word, the regular look on the
 * other finds it too.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("noroshi.mail.imap.enabled")
class MailboxConfiguration {

    private static final long RECONNECT_MILLIS = 5_000;

    /** All that the receivers want of Spring Integration's infrastructure; they evaluate nothing with it. */
    @Bean
    StandardEvaluationContext integrationEvaluationContext() {
        return new StandardEvaluationContext();
    }

    /** Where both connections say that mails were stored. */
    @Bean
    MessageChannel storedMails(Mailman mailman) {
        return new FixedSubscriberChannel(stored -> mailman.read());
    }

    @Bean
    Mailbox polledMailbox(MailSettings settings, Mailman mailman) {
        return new Mailbox(settings, mailman);
    }

    @Bean
    SourcePollingChannelAdapter mailboxPoll(
            Mailbox polledMailbox, MessageChannel storedMails, MailSettings settings, Mailman mailman) {
        SourcePollingChannelAdapter poll = new SourcePollingChannelAdapter();
        poll.setSource(new MailReceivingMessageSource(polledMailbox));
        poll.setOutputChannel(storedMails);
        poll.setTrigger(new PeriodicTrigger(settings.imap().pollDelay()));
        poll.setErrorHandler(mailman::failed);
        return poll;
    }

    @Bean
    Mailbox watchedMailbox(MailSettings settings, Mailman mailman) {
        return new Mailbox(settings, mailman);
    }

    @Bean
    ImapIdleChannelAdapter mailboxWatch(Mailbox watchedMailbox, MessageChannel storedMails, MailSettings settings) {
        ImapIdleChannelAdapter watch = new ImapIdleChannelAdapter(watchedMailbox);
        watch.setOutputChannel(storedMails);
        watch.setReconnectDelay(RECONNECT_MILLIS);
        watch.setTaskExecutor(Mailbox.daemon("mail-watch-"));
        watch.setAutoStartup(settings.imap().idle());
        return watch;
    }
}
