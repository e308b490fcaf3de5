package dev.noroshi.roster;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.identity.RoleSource;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers identity's question about what an account's person is today; in plain SQL, as every request asks it. */
@Component
class RosterRoles implements RoleSource {

    /** One row for each role held on the day, one without a role for who holds none. */
    private static final String HELD = """
            select s.name as section, h.role from roster_person p
            left join roster_section s on s.id = p.section
            left join roster_role_holder h on h.person = p.id and h.valid_from <= :day
              and (h.valid_until is null or h.valid_until >= :day)
            where p.account = :account
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    RosterRoles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Standing standingOf(String account) {
        return jdbc.sql(HELD)
                .param("account", account)
                .param("day", LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO))
                .query(rows -> {
                    @Nullable String section = null;
                    Set<String> roles = new HashSet<>();
                    while (rows.next()) {
                        section = rows.getString("section");
                        @Nullable String role = rows.getString("role");
                        if (role != null) {
                            roles.add(role);
                        }
                    }
                    return new Standing(Set.copyOf(roles), section);
                });
    }
}
