package dev.noroshi.roster;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

/** Who is not there, when, and who acts instead. */
interface AbsenceRepository extends CrudRepository<AbsenceEntity, Long> {

    /** An absence {@code a} covers the moment. */
    String AT = " a.fromAt <= :at and a.untilAt > :at ";

    /** Present and coming ones. */
    @Query("""
            select new dev.noroshi.roster.Absence(a.id, p.name, p.account, q.name, a.fromAt, a.untilAt)
            from AbsenceEntity a join a.person p left join a.standIn q
            where a.untilAt > :at order by a.untilAt, a.id
            """)
    List<Absence> since(Instant at, Limit most);

    @Query("""
            select count(a) > 0 from AbsenceEntity a
            where a.person.id = :person and a.fromAt < :until and a.untilAt > :from
            """)
    boolean overlaps(long person, Instant from, Instant until);

    /** Those that are not over by the moment, with their people. */
    @Query("select a from AbsenceEntity a join fetch a.person left join fetch a.standIn where a.untilAt > :at"
            + " order by a.fromAt, a.id")
    List<AbsenceEntity> notOver(Instant at);

    /** A person's absence. */
    record Gone(long person, @Nullable Long standIn, Instant from, Instant until) {}

    @Query("""
            select new dev.noroshi.roster.AbsenceRepository$Gone(a.person.id, a.standIn.id, a.fromAt, a.untilAt)
            from AbsenceEntity a where a.untilAt > :at order by a.id
            """)
    List<Gone> gone(Instant at);
}
