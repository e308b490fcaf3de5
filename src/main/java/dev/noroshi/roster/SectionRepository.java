package dev.noroshi.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

/** Sections as they stand on a day, in the city's order. */
interface SectionRepository extends CrudRepository<SectionEntity, Long> {

    @Query("""
            select s from SectionEntity s where s.validFrom <= :day and (s.validUntil is null or s.validUntil >= :day)
            order by s.position, s.id
            """)
    List<SectionEntity> on(LocalDate day);

    /** The section that has the name on the day, widths and spaces folded. */
    default Optional<SectionEntity> named(String name, LocalDate day) {
        return on(day).stream().filter(it -> it.isLike(name)).findFirst();
    }

    /** Lineages of the sections that have the folded text in their names on the day; none for no text. */
    default List<Long> found(String key, LocalDate day) {
        return on(day).stream()
                .filter(it -> !key.isEmpty() && SearchKey.of(it.name()).contains(key))
                .map(SectionEntity::lineage)
                .toList();
    }

    @Query("select coalesce(max(s.position), 0) + 10 from SectionEntity s")
    int nextPosition();

    @Query("select s from SectionEntity s order by case when s.validUntil is null then 0 else 1 end, s.position, s.id")
    List<SectionEntity> whole();

    /** Names of one section over the years. */
    @Query("select s from SectionEntity s where s.lineage = :lineage")
    List<SectionEntity> ofLineage(long lineage);

    /** What has exactly this name and first day, as the database compares names. */
    @Query("select s from SectionEntity s where s.name = :name and s.validFrom = :from")
    Optional<SectionEntity> begun(String name, LocalDate from);

    /** Keeps a section that was none before. */
    default SectionEntity begin(SectionEntity section) {
        SectionEntity kept = save(section);
        kept.descendFromNone();
        return kept;
    }
}
