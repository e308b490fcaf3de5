-- Ways to reach a person at certain hours, before those of the person itself; kind reply: an address from which answers count.
CREATE TABLE roster_contact (
    id BIGINT NOT NULL AUTO_INCREMENT,
    person BIGINT NOT NULL,
    kind VARCHAR(12) NOT NULL,
    hours VARCHAR(8) NOT NULL,
    value VARCHAR(190) NOT NULL,
    CONSTRAINT pk_roster_contact PRIMARY KEY (id),
    CONSTRAINT uq_roster_contact UNIQUE (person, kind, hours, value),
    CONSTRAINT fk_roster_contact_person FOREIGN KEY (person) REFERENCES roster_person (id),
    KEY ix_roster_contact_value (value)
) DEFAULT CHARACTER SET utf8mb4;
