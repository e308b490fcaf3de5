package dev.noroshi.asset;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

/** The register's rows. Texts looked for are folded as their keys are. */
interface AssetRepository extends CrudRepository<AssetEntity, Long> {

    String ASSET = """
            select new dev.noroshi.asset.Asset(a.number, a.name, a.kind, a.segment, a.rtoMinutes, a.section, a.critical)
            """;
    String ALL = " from AssetEntity a ";
    String PART = "where :text = '' or locate(:text, a.numberKey) > 0 or locate(:text, a.nameKey) > 0";

    Optional<AssetEntity> findByNumber(String number);

    @Query(ASSET + ALL + "where a.numberKey = :text or a.nameKey = :text")
    List<Asset> named(String text, Limit most);

    @Query(value = ASSET + ALL + PART + " order by a.number", countQuery = "select count(a)" + ALL + PART)
    Page<Asset> containing(String text, Pageable page);
}
