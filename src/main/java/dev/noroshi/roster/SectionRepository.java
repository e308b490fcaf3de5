package dev.noroshi.roster;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

/** Sections as they stand on a day, in the city's order. */
interface SectionRepository extends CrudRepository<SectionEntity, Long> {

    @Query("""
            select s from SectionEntity s where s.validFrom <= :day and (s.validUntil is null or s.validUntil >= :day)
            order by s.position, s.id
            """)
    List<SectionEntity> on(LocalDate day);

    @Query("select coalesce(max(s.position), 0) + 10 from SectionEntity s")
    int nextPosition();

    @Query("select s from SectionEntity s order by case when s.validUntil is null then 0 else 1 end, s.position, s.id")
    List<SectionEntity> whole();

    @Query("select s from SectionEntity s where s.successor is not null")
    List<SectionEntity> succeeded();

    @Query("select s from SectionEntity s where s.name = :name and s.validUntil is null")
    List<SectionEntity> named(String name);
}
