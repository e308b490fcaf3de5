package dev.noroshi.roster;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

/** Further ways to reach people. */
interface ContactRepository extends CrudRepository<ContactEntity, Long> {

    @Query("select c from ContactEntity c order by c.person, c.kind, c.hours, c.id")
    List<ContactEntity> whole();

    @Query("select c from ContactEntity c where c.person = :person order by c.kind, c.hours, c.id")
    List<ContactEntity> of(long person);

    @Query("select c.person from ContactEntity c where c.value = :address and c.kind in ('email', 'reply')"
            + " order by c.person limit 1")
    Optional<Long> personWith(String address);
}
