package dev.noroshi.roster;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Writes the roster. */
@Repository
class RosterTables {

    private final JdbcClient jdbc;

    RosterTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long addSection(String name, String department, LocalDate from) {
        return insert(jdbc.sql("""
                                insert into roster_section (name, department, position, valid_from)
                                values (:name, :department,
                                        (select coalesce(max(other.position), 0) + 10 from roster_section other), :from)
                                """)
                .param("name", name)
                .param("department", department)
                .param("from", from));
    }

    long addPerson(CheckedPerson person) {
        return insert(with(jdbc.sql("""
                        insert into roster_person
                            (account, name, kana, post, section, email, phone, mobile, extension, search_key)
                        values (:account, :name, :kana, :post, :section, :email, :phone, :mobile, :extension, :key)
                        """), person));
    }

    void changePerson(long id, CheckedPerson person) {
        with(jdbc.sql("""
                                update roster_person set account = :account, name = :name, kana = :kana, post = :post,
                                    section = :section, email = :email, phone = :phone, mobile = :mobile,
                                    extension = :extension, search_key = :key
                                where id = :id
                                """), person).param("id", id).update();
    }

    void appoint(String role, long person, @Nullable Long section, int position, LocalDate from) {
        jdbc.sql("""
                        insert into roster_role_holder (role, person, section, position, valid_from)
                        values (:role, :person, :section, :position, :from)
                        """)
                .param("role", role)
                .param("person", person)
                .param("section", section)
                .param("position", position)
                .param("from", from)
                .update();
    }

    void end(long appointment, LocalDate lastDay) {
        jdbc.sql("update roster_role_holder set valid_until = :lastDay where id = :id")
                .param("lastDay", lastDay)
                .param("id", appointment)
                .update();
    }

    private static StatementSpec with(StatementSpec statement, CheckedPerson person) {
        Section section = person.section();
        return statement
                .param("account", person.account())
                .param("name", person.name())
                .param("kana", person.kana())
                .param("post", person.post())
                .param("section", section == null ? null : section.id())
                .param("email", person.email())
                .param("phone", person.phone())
                .param("mobile", person.mobile())
                .param("extension", person.extension())
                .param("key", person.searchKey());
    }

    private static long insert(StatementSpec statement) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        statement.update(key);
        return Objects.requireNonNull(key.getKey()).longValue();
    }
}
