-- All rows of a section that changed its name or department over the years have the same lineage: the number of the first.
ALTER TABLE roster_section
    ADD COLUMN lineage BIGINT NULL,
    ADD COLUMN organ VARCHAR(100) NULL,
    ADD KEY ix_roster_section_lineage (lineage, valid_from);

UPDATE roster_section s
JOIN (WITH RECURSIVE followed (id, successor, root) AS (
          SELECT f.id, f.successor, f.id FROM roster_section f
          WHERE NOT EXISTS (SELECT 1 FROM roster_section b WHERE b.successor = f.id)
          UNION ALL
          SELECT n.id, n.successor, w.root FROM followed w JOIN roster_section n ON n.id = w.successor)
      SELECT id, MIN(root) AS root FROM followed GROUP BY id) found ON found.id = s.id
SET s.lineage = found.root;

-- 役職と所属: what a person is called and where they belong, from the first to the last day; one post at a time.
-- The section is a lineage, so that a section's new name needs no new post.
CREATE TABLE roster_post (
    id BIGINT NOT NULL AUTO_INCREMENT,
    person BIGINT NOT NULL,
    title VARCHAR(100) NULL,
    section BIGINT NULL,
    valid_from DATE NOT NULL,
    valid_until DATE NULL,
    search_key VARCHAR(200) NOT NULL,
    CONSTRAINT pk_roster_post PRIMARY KEY (id),
    CONSTRAINT fk_roster_post_person FOREIGN KEY (person) REFERENCES roster_person (id),
    CONSTRAINT fk_roster_post_section FOREIGN KEY (section) REFERENCES roster_section (id),
    CONSTRAINT ck_roster_post_ends CHECK (valid_until IS NULL OR valid_until >= valid_from),
    KEY ix_roster_post_person (person, valid_from)
) DEFAULT CHARACTER SET utf8mb4;

-- Since when people have been what they are was not kept: at most since their section has been what it is.
INSERT INTO roster_post (person, title, section, valid_from, search_key)
SELECT p.id, p.post, s.lineage, LEAST(COALESCE(s.valid_from, CURRENT_DATE), CURRENT_DATE),
       IF(p.post IS NULL, '',
          SUBSTRING_INDEX(SUBSTRING_INDEX(p.search_key, ' ', 2 + (p.kana IS NOT NULL)), ' ', -1))
FROM roster_person p LEFT JOIN roster_section s ON s.id = p.section
WHERE p.post IS NOT NULL OR p.section IS NOT NULL;

UPDATE roster_person
SET search_key = CONCAT_WS(' ', SUBSTRING_INDEX(search_key, ' ', 1 + (kana IS NOT NULL)),
                           IF(account IS NULL, NULL, SUBSTRING_INDEX(search_key, ' ', -1)));

ALTER TABLE roster_person
    DROP FOREIGN KEY fk_roster_person_section,
    DROP COLUMN section,
    DROP COLUMN post;
