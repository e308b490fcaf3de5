package dev.noroshi.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Accounts by their names, letter by letter. */
interface AccountRepository extends JpaRepository<AccountEntity, String> {

    String ACCOUNT = """
            select new dev.noroshi.identity.Account(
                a.name, a.displayName, a.administrator, a.demo, a.enabled, a.permittedUntil) from AccountEntity a
            """;

    @Query(ACCOUNT + "where a.name = :name")
    Optional<Account> seen(String name);

    @Query(ACCOUNT + "order by a.name")
    List<Account> seen(Pageable page);

    @Query(ACCOUNT + "where a.enabled and a.permittedUntil < :day order by a.permittedUntil, a.name")
    List<Account> endingBefore(LocalDate day);

    @Query("select count(a) > 0 from AccountEntity a where a.administrator and a.enabled and a.permittedUntil >= :day")
    boolean isAdministered(LocalDate day);

    Optional<AccountEntity> findByName(String name);

    @Query("select a.passwordHash from AccountEntity a where a.name = :name and a.enabled")
    Optional<String> passwordHash(String name);
}
