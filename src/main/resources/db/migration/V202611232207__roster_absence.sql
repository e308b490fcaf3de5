-- Moments are UTC. The end is the first moment at which the person is there again.
CREATE TABLE roster_absence (
    id BIGINT NOT NULL AUTO_INCREMENT,
    person BIGINT NOT NULL,
    stand_in BIGINT NULL,
    from_at DATETIME(6) NOT NULL,
    until_at DATETIME(6) NOT NULL,
    CONSTRAINT pk_roster_absence PRIMARY KEY (id),
    CONSTRAINT fk_roster_absence_person FOREIGN KEY (person) REFERENCES roster_person (id),
    CONSTRAINT fk_roster_absence_stand_in FOREIGN KEY (stand_in) REFERENCES roster_person (id),
    CONSTRAINT ck_roster_absence_ends CHECK (until_at > from_at),
    KEY ix_roster_absence_person (person, until_at),
    KEY ix_roster_absence_stand_in (stand_in, until_at),
    KEY ix_roster_absence_until (until_at)
) DEFAULT CHARACTER SET utf8mb4;
