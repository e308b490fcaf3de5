package dev.noroshi.roster;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

/** Turns that somebody else takes. */
interface SwapRepository extends CrudRepository<SwapEntity, Long> {

    @Query("select s from SwapEntity s where s.rotation = :rotation order by s.id")
    List<SwapEntity> of(long rotation);
}
