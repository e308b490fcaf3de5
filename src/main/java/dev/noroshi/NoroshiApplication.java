package dev.noroshi;

import dev.noroshi.plan.check.CheckPlanCommand;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the emergency response engine of a city's CSIRT. */
@SpringBootApplication
public class NoroshiApplication {

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(CheckPlanCommand.NAME)) {
            System.exit(CheckPlanCommand.main(Arrays.asList(args).subList(1, args.length)));
        }
        try {
            SpringApplication.run(NoroshiApplication.class, args);
        } catch (RuntimeException | Error failure) {
            // Told already. Whatever runs beside the application would keep the JVM alive.
            System.exit(1);
        }
    }
}
