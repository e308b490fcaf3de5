package dev.noroshi.roster;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

/** Posts of people, over the years. */
interface PostRepository extends CrudRepository<PostEntity, Long> {

    @Query("select o from PostEntity o where o.person = :person order by o.validFrom")
    List<PostEntity> of(long person);

    @Query("select o from PostEntity o order by o.person, o.validFrom")
    List<PostEntity> whole();

    /** Of people who will have another post, or none, after the day. */
    @Query("""
            select o from PostEntity o where o.validUntil >= :day or o.validFrom > :day
            or o.validUntil is null and exists (
                select 1 from SectionEntity s where s.lineage = o.section and (s.validUntil >= :day or s.validFrom > :day))
            """)
    List<PostEntity> changing(LocalDate day);
}
