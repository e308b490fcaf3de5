-- Validity is in days of Tokyo: valid_from is the first, valid_until the last day.
CREATE TABLE roster_section (
    id BIGINT NOT NULL AUTO_INCREMENT,
    name VARCHAR(100) NOT NULL,
    department VARCHAR(100) NOT NULL,
    position INT NOT NULL,
    valid_from DATE NOT NULL,
    valid_until DATE NULL,
    CONSTRAINT pk_roster_section PRIMARY KEY (id),
    CONSTRAINT uq_roster_section_name UNIQUE (name, valid_from),
    KEY ix_roster_section_position (position, id)
) DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE roster_person (
    id BIGINT NOT NULL AUTO_INCREMENT,
    account VARCHAR(60) NULL,
    name VARCHAR(100) NOT NULL,
    kana VARCHAR(100) NULL,
    post VARCHAR(100) NULL,
    section BIGINT NULL,
    email VARCHAR(190) NULL,
    phone VARCHAR(40) NULL,
    mobile VARCHAR(40) NULL,
    extension VARCHAR(20) NULL,
    search_key VARCHAR(400) NOT NULL,
    CONSTRAINT pk_roster_person PRIMARY KEY (id),
    CONSTRAINT uq_roster_person_account UNIQUE (account),
    CONSTRAINT fk_roster_person_section FOREIGN KEY (section) REFERENCES roster_section (id),
    KEY ix_roster_person_email (email)
) DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE roster_role_holder (
    id BIGINT NOT NULL AUTO_INCREMENT,
    role VARCHAR(40) NOT NULL,
    person BIGINT NOT NULL,
    section BIGINT NULL,
    position INT NOT NULL,
    valid_from DATE NOT NULL,
    valid_until DATE NULL,
    CONSTRAINT pk_roster_role_holder PRIMARY KEY (id),
    CONSTRAINT fk_roster_role_holder_person FOREIGN KEY (person) REFERENCES roster_person (id),
    CONSTRAINT fk_roster_role_holder_section FOREIGN KEY (section) REFERENCES roster_section (id),
    KEY ix_roster_role_holder_role (role, position),
    KEY ix_roster_role_holder_person (person)
) DEFAULT CHARACTER SET utf8mb4;
