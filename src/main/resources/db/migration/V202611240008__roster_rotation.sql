-- On-call turns (当番): a rotation hands over every week from its first day on, at the time of day in Tokyo; last_day is its last day.
CREATE TABLE roster_rotation (
    id BIGINT NOT NULL AUTO_INCREMENT,
    role VARCHAR(40) NOT NULL,
    starts_on DATE NOT NULL,
    handover TIME NOT NULL,
    last_day DATE NULL,
    closed_only BOOLEAN NOT NULL,
    CONSTRAINT pk_roster_rotation PRIMARY KEY (id),
    KEY ix_roster_rotation_role (role)
) DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE roster_rotation_member (
    rotation BIGINT NOT NULL,
    position INT NOT NULL,
    person BIGINT NOT NULL,
    CONSTRAINT pk_roster_rotation_member PRIMARY KEY (rotation, position),
    CONSTRAINT fk_roster_rotation_member_rotation FOREIGN KEY (rotation) REFERENCES roster_rotation (id),
    CONSTRAINT fk_roster_rotation_member_person FOREIGN KEY (person) REFERENCES roster_person (id)
) DEFAULT CHARACTER SET utf8mb4;

-- Moments are UTC; the person has the turn until before the last moment.
CREATE TABLE roster_swap (
    id BIGINT NOT NULL AUTO_INCREMENT,
    rotation BIGINT NOT NULL,
    person BIGINT NOT NULL,
    from_at DATETIME(6) NOT NULL,
    until_at DATETIME(6) NOT NULL,
    CONSTRAINT pk_roster_swap PRIMARY KEY (id),
    CONSTRAINT fk_roster_swap_rotation FOREIGN KEY (rotation) REFERENCES roster_rotation (id),
    CONSTRAINT fk_roster_swap_person FOREIGN KEY (person) REFERENCES roster_person (id),
    CONSTRAINT ck_roster_swap_ends CHECK (until_at > from_at),
    KEY ix_roster_swap_rotation (rotation, until_at)
) DEFAULT CHARACTER SET utf8mb4;
