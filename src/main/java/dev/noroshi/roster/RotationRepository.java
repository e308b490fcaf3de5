package dev.noroshi.roster;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

/** Rotations of on-call turns. */
interface RotationRepository extends CrudRepository<RotationEntity, Long> {

    String SINCE = "(r.lastDay is null or r.lastDay >= :day)";

    @Query("select r from RotationEntity r left join fetch r.members where " + SINCE + " order by r.role, r.id")
    List<RotationEntity> since(LocalDate day);

    @Query("select r from RotationEntity r left join fetch r.members where r.role = :role and " + SINCE
            + " order by r.id")
    List<RotationEntity> since(String role, LocalDate day);
}
