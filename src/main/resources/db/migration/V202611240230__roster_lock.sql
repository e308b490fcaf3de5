-- Whoever changes people, sections or roles holds this row.
CREATE TABLE roster_lock (
    only_row INT NOT NULL,
    CONSTRAINT pk_roster_lock PRIMARY KEY (only_row)
);

INSERT INTO roster_lock (only_row) VALUES (1);
