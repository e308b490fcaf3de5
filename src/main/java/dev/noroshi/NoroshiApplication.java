package dev.noroshi;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the emergency response engine of a city's CSIRT. */
@SpringBootApplication
public class NoroshiApplication {

    public static void main(String[] args) {
        try {
            SpringApplication.run(NoroshiApplication.class, args);
        } catch (RuntimeException | Error failure) {
            // Told already. Whatever runs beside the application would keep the JVM alive.
            System.exit(1);
        }
    }
}
