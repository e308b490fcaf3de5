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

    /** The post {@code o} of a person {@code p} on a day, and the section {@code s} as it is that day. */
    String POST_ON_DAY = " left join PostEntity o on o.person = p.id and o.validFrom <= :day"
            + " and (o.validUntil is null or o.validUntil >= :day)"
            + " left join SectionEntity s on s.lineage = o.section and s.validFrom <= :day"
            + " and (s.validUntil is null or s.validUntil >= :day) ";

    /** A person {@code p} is in service on the day. */
    String SERVES = " (p.firstDay is null or p.firstDay <= :day) and (p.lastDay is null or p.lastDay >= :day) ";

    /** Those whose last day has passed come after all others. */
    String GONE_LAST = "case when p.lastDay < :day then 1 else 0 end";

    /** A person {@code p} as everybody outside sees them. */
    String SEEN_PERSON = """
            new dev.noroshi.roster.Person(
                p.id, p.account, p.name, p.kana, o.title, s.name, p.email, p.phone, p.mobile, p.extension, p.language,
                p.firstDay, p.lastDay)
            """;

    String SEEN = "select " + SEEN_PERSON;

    String PERSON = SEEN + " from PersonEntity p" + POST_ON_DAY;

    @Query(PERSON + "where p.id = :id")
    Optional<Person> seen(long id, LocalDate day);

    /** A row for each role held on the day, by the person or by an absent one whom the person stands in for. */
    @Query("select new dev.noroshi.roster.HeldRole(s.name, s.lineage, h.role, g.id <> p.id,"
            + " p.firstDay, p.lastDay, g.firstDay, g.lastDay)"
            + " from PersonEntity p" + POST_ON_DAY
            + " left join AbsenceEntity a on a.standIn = p and" + AbsenceRepository.AT
            + "left join AppointmentEntity h on (h.person = p or h.person = a.person) and"
            + AppointmentRepository.ON_DAY
            + "left join h.person g where p.account = :account")
    List<HeldRole> held(String account, LocalDate day, Instant at);

    @Query(PERSON + "where p.id in :ids")
    List<Person> seen(Collection<Long> ids, LocalDate day);

    /** Of these, who is in service and there at the moment. */
    @Query(PERSON + "where p.id in :ids and" + SERVES
            + "and not exists (select 1 from AbsenceEntity a where a.person = p and" + AbsenceRepository.AT + ")")
    List<Person> present(Collection<Long> ids, LocalDate day, Instant at);

    @Query(PERSON + "where p.account = :account")
    Optional<Person> byAccount(String account, LocalDate day);

    /** Of several, one who has not left. */
    @Query(PERSON + "where p.email = :email order by " + GONE_LAST + ", p.id limit 1")
    Optional<Person> byEmail(String email, LocalDate day);

    /** People whose folded name, kana, account, title or section's name contains the folded text; who has left comes last. */
    @Query(PERSON + "where locate(:key, p.searchKey) > 0 or :key = '' or locate(:key, o.searchKey) > 0"
            + " or o.section in :sections order by " + GONE_LAST + ", p.kana, p.id")
    List<Person> search(String key, Collection<Long> sections, LocalDate day, Limit most);

    @Query("select p from PersonEntity p where p.account = :account")
    Optional<PersonEntity> ofAccount(String account);

    /** By somebody who has not left by the day. */
    @Query("select count(p) > 0 from PersonEntity p where p.email = :email and p.id <> :person"
            + " and (p.lastDay is null or p.lastDay >= :day)")
    boolean isHeldByAnother(String email, long person, LocalDate day);

    @Query("select p from PersonEntity p order by p.id")
    List<PersonEntity> whole();
}
