package dev.noroshi.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the roster as it stands on a day. */
@Repository
class RosterQueries {

    private static final String PERSON = """
            select p.id, p.account, p.name, p.kana, p.post, s.name as section, p.email, p.phone, p.mobile, p.extension
            from roster_person p left join roster_section s on s.id = p.section
            """;

    private static final String HOLDER = PERSON + " join roster_role_holder h on h.person = p.id ";

    private static final String HELD_ON = " h.valid_from <= :day and (h.valid_until is null or h.valid_until >= :day) ";

    private static final String SECTION_ON = """
            select id, name, department from roster_section
            where valid_from <= :day and (valid_until is null or valid_until >= :day)
            order by position, id
            """;

    private final JdbcClient jdbc;

    RosterQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Person> holders(String role, LocalDate day) {
        return jdbc.sql(HOLDER + " where h.role = :role and" + HELD_ON + "order by h.position, h.id")
                .param("role", role)
                .param("day", day)
                .query(RosterQueries::person)
                .list();
    }

    Optional<Person> head(String role, long section, LocalDate day) {
        return jdbc.sql(HOLDER + " where h.role = :role and h.section = :section and" + HELD_ON
                        + "order by h.position, h.id limit 1")
                .param("role", role)
                .param("section", section)
                .param("day", day)
                .query(RosterQueries::person)
                .optional();
    }

    List<String> roles(String account, LocalDate day) {
        return jdbc.sql("select distinct h.role from roster_role_holder h join roster_person p on p.id = h.person"
                        + " where p.account = :account and" + HELD_ON)
                .param("account", account)
                .param("day", day)
                .query(String.class)
                .list();
    }

    List<Appointment> appointments(LocalDate day) {
        return jdbc.sql("select h.id, h.role, p.name as person, s.name as section, h.valid_from, h.valid_until"
                        + " from roster_role_holder h join roster_person p on p.id = h.person"
                        + " left join roster_section s on s.id = h.section"
                        + " where h.valid_until is null or h.valid_until >= :day"
                        + " order by h.role, h.position, h.id")
                .param("day", day)
                .query(Appointment.class)
                .list();
    }

    Optional<Person> byAccount(String account) {
        return jdbc.sql(PERSON + " where p.account = :account")
                .param("account", account)
                .query(RosterQueries::person)
                .optional();
    }

    Optional<Person> byEmail(String email) {
        return jdbc.sql(PERSON + " where p.email = :email order by p.id limit 1")
                .param("email", email)
                .query(RosterQueries::person)
                .optional();
    }

    Optional<Person> byId(long id) {
        return jdbc.sql(PERSON + " where p.id = :id")
                .param("id", id)
                .query(RosterQueries::person)
                .optional();
    }

    /** People whose folded name, kana, post, section or account contains the folded text. */
    List<Person> search(String key, int limit) {
        return jdbc.sql(PERSON + " where instr(p.search_key, :key) > 0 or :key = '' order by p.kana, p.id limit :limit")
                .param("key", key)
                .param("limit", limit)
                .query(RosterQueries::person)
                .list();
    }

    List<Section> sections(LocalDate day) {
        return jdbc.sql(SECTION_ON)
                .param("day", day)
                .query((row, number) -> new Section(row.getLong(1), row.getString(2), row.getString(3)))
                .list();
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                row.getLong("id"),
                row.getString("account"),
                row.getString("name"),
                row.getString("kana"),
                row.getString("post"),
                row.getString("section"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("mobile"),
                row.getString("extension"));
    }
}
