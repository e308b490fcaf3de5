package dev.noroshi.browser;

import dev.noroshi.NoroshiTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** A {@link NoroshiTest} that looks at the application through the system's Chromium. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@NoroshiTest
@ExtendWith(Chromium.class)
@interface BrowserTest {}
