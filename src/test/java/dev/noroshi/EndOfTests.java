package dev.noroshi;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Closes the applications after the last test, while database and mail server are still there. Left to the end of the
 * JVM, all would go at once, and the engine would wait half a minute for connections that nobody gives it.
 */
public class EndOfTests implements AfterAllCallback {

    @Override
    public void afterAll(ExtensionContext context) {
        context.getRoot()
                .getStore(Namespace.create(EndOfTests.class))
                .computeIfAbsent(Applications.class, key -> new Applications(), Applications.class)
                .started
                .add(SpringExtension.getApplicationContext(context));
    }

    private record Applications(Set<ApplicationContext> started) implements AutoCloseable {

        Applications() {
            this(ConcurrentHashMap.newKeySet());
        }

        @Override
        public void close() {
            started.forEach(application -> ((ConfigurableApplicationContext) application).close());
        }
    }
}
