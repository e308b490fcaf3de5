-- The roster is confirmed once in each period; begins_on is the period's first day in Tokyo.
CREATE TABLE roster_confirmation (
    begins_on DATE NOT NULL,
    opened_at DATETIME(6) NOT NULL,
    due_at DATETIME(6) NOT NULL,
    confirmed_at DATETIME(6) NULL,
    confirmed_by VARCHAR(100) NULL,
    note TEXT NULL,
    CONSTRAINT pk_roster_confirmation PRIMARY KEY (begins_on)
) DEFAULT CHARACTER SET utf8mb4;

-- Who sees the tasks that belong to no case but to the roster.
INSERT INTO case_audience (incident, audience)
VALUES ('ROSTER', 'role:window'), ('ROSTER', 'role:csirt-handler'), ('ROSTER', 'role:csirt-lead'),
       ('ROSTER', 'role:chief'), ('ROSTER', 'role:ciso'), ('ROSTER', 'role:auditor');
