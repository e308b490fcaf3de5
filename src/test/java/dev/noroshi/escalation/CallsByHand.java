package dev.noroshi.escalation;

import dev.noroshi.EndOfTests;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestPropertySource;

/** Calls with what they depend on and nothing above them, in which nothing happens by itself: no jobs, no mail in or out. */
@TestPropertySource(
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "noroshi.mail.relay-delay=P1D",
            "noroshi.mail.imap.poll-delay=P1D",
            "noroshi.mail.imap.idle=false",
            // Java migrations of packages above this one are not here; the shared database may have had them.
            "spring.flyway.ignore-migration-patterns=*:missing"
        })
@ExtendWith(EndOfTests.class)
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface CallsByHand {}
