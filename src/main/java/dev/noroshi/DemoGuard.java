package dev.noroshi;

import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * Refuses to start in production with what belongs to the demo: accounts whose password everybody knows, and a clock
 * that runs faster, or at another time.
 */
@Component
class DemoGuard implements InitializingBean {

    private static final String DEMO = "noroshi.demo.enabled";
    private static final List<String> CLOCKS = List.of("noroshi.demo.time-scale", "noroshi.demo.begins-at");

    private final Environment environment;
    private final JdbcClient database;

    DemoGuard(Environment environment, JdbcClient database) {
        this.environment = environment;
        this.database = database;
    }

    @Override
    public void afterPropertiesSet() {
        if (!environment.getProperty(DEMO, Boolean.class, false)) {
            refuseWhatBelongsToTheDemo();
        } else if (!ClassUtils.isPresent("dev.noroshi.demo.DemoStart", null)) {
            throw refused(DEMO, "この jar にデモは入っていません。この設定を外してください。 / This jar holds no demo. Remove it.");
        }
    }

    private void refuseWhatBelongsToTheDemo() {
        CLOCKS.stream().filter(environment::containsProperty).forEach(clock -> {
            throw refused(clock, "デモでのみ使えます。この設定を外してください。 / It works in the demo only. Remove it.");
        });
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
