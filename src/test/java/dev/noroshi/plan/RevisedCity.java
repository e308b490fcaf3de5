package dev.noroshi.plan;

import dev.noroshi.CaseClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The fictional city while a revised plan runs; after each test the one of before runs again. */
abstract class RevisedCity {

    @LocalServerPort
    int port;

    CaseClient city;
    EditionClient editions;
    int before;

    @BeforeEach
    void theCity() {
        city = new CaseClient(port);
        editions = new EditionClient(port);
        before = editions.running();
    }

    @AfterEach
    void backToTheShippedPlan() {
        editions.goBackTo(before);
    }
}
