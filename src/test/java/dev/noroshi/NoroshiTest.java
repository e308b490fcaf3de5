package dev.noroshi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * A test against the whole running application with the fictional city: {@link TestDatabase} gives it a MariaDB, the
 * demo a mail server. All such tests share one context; whoever adds configuration makes everybody wait for another.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(EndOfTests.class)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
public @interface NoroshiTest {}
