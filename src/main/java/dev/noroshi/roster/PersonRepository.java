package dev.noroshi.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** People of the roster. */
interface PersonRepository extends JpaRepository<PersonEntity, Long> {

    /** A person {@code p} as everybody outside sees them; {@code s} is their section. */
    String SEEN_PERSON = """
            new dev.noroshi.roster.Person(
                p.id, p.account, p.name, p.kana, p.post, s.name, p.email, p.phone, p.mobile, p.extension, p.language)
            """;

    String SEEN = "select " + SEEN_PERSON;

    String PERSON = SEEN + " from PersonEntity p left join p.section s ";

    @Query(PERSON + "where p.id = :id")
    Optional<Person> seen(long id);

    /** A row for each role held on the day, by the person or by an absent one whom the person stands in for. */
    @Query("select new dev.noroshi.roster.HeldRole(s.name, h.role, h.person.id <> p.id)"
            + " from PersonEntity p left join p.section s"
            + " left join AbsenceEntity a on a.standIn = p and" + AbsenceRepository.AT
            + "left join AppointmentEntity h on (h.person = p or h.person = a.person) and"
            + AppointmentRepository.ON_DAY
            + "where p.account = :account")
    List<HeldRole> held(String account, LocalDate day, Instant at);

    @Query(PERSON + "where p.id in :ids")
    List<Person> seen(Collection<Long> ids);

    /** Of these, who is there at the moment. */
    @Query(PERSON + "where p.id in :ids and not exists (select 1 from AbsenceEntity a where a.person = p and"
            + AbsenceRepository.AT + ")")
    List<Person> present(Collection<Long> ids, Instant at);

    @Query(PERSON + "where p.account = :account")
    Optional<Person> byAccount(String account);

    @Query(PERSON + "where p.email = :email order by p.id limit 1")
    Optional<Person> byEmail(String email);

    /** People whose folded name, kana, post, section or account contains the folded text. */
    @Query(PERSON + "where locate(:key, p.searchKey) > 0 or :key = '' order by p.kana, p.id")
    List<Person> search(String key, Limit most);

    @Query("select p from PersonEntity p left join fetch p.section order by p.id")
    List<PersonEntity> whole();

    @Query("select p from PersonEntity p join fetch p.section s where s.validUntil < :day and s.successor is not null")
    List<PersonEntity> inEndedSections(LocalDate day);
}
