package dev.noroshi.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

/** Who holds which role on a day, holder first, then deputies. */
interface AppointmentRepository extends CrudRepository<AppointmentEntity, Long> {

    String SEAT = "select new dev.noroshi.roster.Seat(h.role, " + PersonRepository.SEEN_PERSON + ", a.id, a.standIn.id,"
            + " case when exists (select 1 from ContactEntity c where c.person = p.id) then true else false end)"
            + " from AppointmentEntity h join h.person p" + PersonRepository.POST_ON_DAY
            + " left join AbsenceEntity a on a.person = p and" + AbsenceRepository.AT;
    String ON_DAY = " h.validFrom <= :day and (h.validUntil is null or h.validUntil >= :day) ";

    /** Of two roles, or of one said twice: a query with a list would be translated anew each time. */
    @Query(SEAT + "where h.role in (:role, :other) and" + ON_DAY + "and" + PersonRepository.SERVES
            + "order by h.position, h.id, a.id")
    List<Seat> seats(String role, String other, LocalDate day, Instant at);

    /** Of a section under whatever name: who was appointed before it got its next one is its head after, too. */
    @Query(SEAT + "where h.role = :role and h.section.lineage ="
            + " (select x.lineage from SectionEntity x where x.id = :section) and" + ON_DAY
            + "and" + PersonRepository.SERVES + "order by h.position, h.id, a.id")
    List<Seat> seats(String role, long section, LocalDate day, Instant at);

    /** Those that stand on the day or begin later. */
    @Query("""
            select new dev.noroshi.roster.Appointment(h.id, h.role, p.id, p.name, s.name, h.validFrom, h.validUntil,
                p.firstDay, p.lastDay)
            from AppointmentEntity h join h.person p left join h.section s
            where h.validUntil is null or h.validUntil >= :day order by h.role, h.position, h.id
            """)
    List<Appointment> since(LocalDate day);

    /** Roles in people's hands on the day or later, in the order of calling. */
    @Query("select new dev.noroshi.roster.RosterAhead$Tenure(h.role, " + PersonRepository.SEEN_PERSON
            + ", h.validFrom, h.validUntil) from AppointmentEntity h join h.person p" + PersonRepository.POST_ON_DAY
            + "where h.validUntil is null or h.validUntil >= :day order by h.position, h.id")
    List<RosterAhead.Tenure> tenures(LocalDate day);

    /** All, ended ones too, in the order of calling. */
    @Query("select h from AppointmentEntity h join fetch h.person left join fetch h.section"
            + " order by h.role, h.position, h.id")
    List<AppointmentEntity> whole();

    /** Who heads the section on the day or later. */
    @Query("select h from AppointmentEntity h join fetch h.person where h.section.id = :section"
            + " and (h.validUntil is null or h.validUntil >= :day)")
    List<AppointmentEntity> headsOf(long section, LocalDate day);
}
