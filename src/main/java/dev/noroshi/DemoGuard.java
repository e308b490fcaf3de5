package dev.noroshi;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Refuses to start in production with what belongs to the demo: accounts whose password everybody knows, and a clock
 * that runs faster.
 */
@Component
@ConditionalOnBooleanProperty(name = "noroshi.demo.enabled", havingValue = false, matchIfMissing = true)
class DemoGuard implements InitializingBean {

    private static final String SCALE = "noroshi.demo.time-scale";

    private final Environment environment;
    private final JdbcClient database;

    DemoGuard(Environment environment, JdbcClient database) {
        this.environment = environment;
        this.database = database;
    }

    @Override
    public void afterPropertiesSet() {
        if (environment.containsProperty(SCALE)) {
            throw refused(SCALE, "デモでのみ使えます。この設定を外してください。 / It works in the demo only. Remove it.");
        }
        long accounts = database.sql("select count(*) from account where demo")
                .query(Long.class)
                .single();
        if (accounts > 0) {
            throw refused(
                    "spring.datasource.url",
                    "このデータベースにはデモ用アカウントが " + accounts
                            + " 件あります。デモを動かしたことのないデータベースを使ってください。 / This database has " + accounts
                            + " demo accounts. Use a database that never ran the demo.");
        }
    }

    private InvalidConfigurationPropertyValueException refused(String property, String reason) {
        return new InvalidConfigurationPropertyValueException(property, environment.getProperty(property), reason);
    }
}
