package dev.noroshi.demo;

import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says where to go once everything is ready. */
@Component
@ConditionalOnBooleanProperty("noroshi.demo.enabled")
class Banner {

    private final Environment environment;

    Banner(Environment environment) {
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void say() {
        String address = "http://localhost:" + environment.getProperty("local.server.port", "8080");
        String accounts = City.PEOPLE.stream()
                .filter(citizen -> citizen.account() != null)
                .map(City.Citizen::mailbox)
                .collect(Collectors.joining(", "));
        System.out.println("""

                狼煙 Noroshi — 準備ができました / ready

                  画面 / pages      %s
                  アカウント / accounts  %s
                  パスワード / password  %s
                  メール / mail     %s/demo/mail
                                    SMTP %s:%s, IMAP %s:%s (<account>@%s)
                  データ / data     %s
                """.formatted(
                        address,
                        accounts,
                        City.PASSWORD,
                        address,
                        environment.getProperty("spring.mail.host"),
                        environment.getProperty("spring.mail.port"),
                        environment.getProperty("noroshi.mail.imap.host"),
                        environment.getProperty("noroshi.mail.imap.port"),
                        City.DOMAIN,
                        environment.getProperty("noroshi.demo.data", "-")));
    }
}
