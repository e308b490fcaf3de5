package dev.noroshi.journal;

import dev.noroshi.identity.Actors;
import dev.noroshi.identity.NotYours;
import dev.noroshi.identity.Roles;
import dev.noroshi.web.TestLetter;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.info.BuildProperties;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How the installation is, on one page, for administrators. */
@Controller
@RequestMapping("/admin")
class AdminController {

    private final HealthEndpoint health;
    private final ObjectProvider<BuildProperties> build;
    private final ObjectProvider<TestLetter> letters;
    private final DataSource database;
    private final String mailServer;

    AdminController(
            HealthEndpoint health,
            ObjectProvider<BuildProperties> build,
            ObjectProvider<TestLetter> letters,
            DataSource database,
            @Value("${spring.mail.host:}:${spring.mail.port:25}") String mailServer) {
        this.health = health;
        this.build = build;
        this.letters = letters;
        this.database = database;
        this.mailServer = mailServer;
    }

    @GetMapping
    String look(Model model) throws MetaDataAccessException {
        requireAdministrator();
        model.addAttribute("health", health.health().getStatus().getCode());
        model.addAttribute(
                "version",
                Optional.ofNullable(build.getIfAvailable())
                        .map(BuildProperties::getVersion)
                        .orElse("—"));
        model.addAttribute("database", JdbcUtils.extractDatabaseMetaData(database, AdminController::version));
        model.addAttribute("mailServer", mailServer);
        return "journal/admin";
    }

    @PostMapping("/test-letter")
    String sendTestLetter(@RequestParam String to) {
        requireAdministrator();
        letters.getObject().send(to.strip());
        return "redirect:/admin?sent";
    }

    private static String version(DatabaseMetaData facts) throws SQLException {
        return facts.getDatabaseProductName() + " " + facts.getDatabaseProductVersion();
    }

    private static void requireAdministrator() {
        if (!Actors.current().holds(Roles.ADMIN)) {
            throw new NotYours("admin");
        }
    }
}
