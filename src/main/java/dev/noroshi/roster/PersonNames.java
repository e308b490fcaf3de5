package dev.noroshi.roster;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The names behind mail addresses in one reading. In SQL: it is asked for each letter that leaves, and JPA translates a query
 * with a list anew each time.
 */
@Repository
class PersonNames {

    private final JdbcClient database;

    PersonNames(JdbcClient database) {
        this.database = database;
    }

    /** Letter case ignored; an address that nobody has stands for itself. */
    List<String> of(List<String> addresses, LocalDate day) {
        Map<String, String> names = at(addresses, day);
        return addresses.stream()
                .map(it -> names.getOrDefault(it.toLowerCase(Locale.ROOT), it))
                .distinct()
                .toList();
    }

    /** By address in small letters; where several people have one, the first of them who has not left by the day. */
    private Map<String, String> at(Collection<String> addresses, LocalDate day) {
        Map<String, String> names = new HashMap<>();
        if (!addresses.isEmpty()) {
            database.sql("select email, name from roster_person where email in (:addresses)"
                            + " order by case when last_day < :day then 1 else 0 end, id")
                    .param("day", day)
                    .param("addresses", addresses)
                    .query(row -> {
                        names.putIfAbsent(row.getString("email").toLowerCase(Locale.ROOT), row.getString("name"));
                    });
        }
        return names;
    }
}
