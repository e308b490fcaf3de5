-- The plan asks for the confirmation of the roster now: until when, and when it wrote last, is known once it does.
ALTER TABLE roster_confirmation
    MODIFY due_at DATETIME(6) NULL,
    ADD COLUMN reminded_at DATETIME(6) NULL AFTER due_at;

-- The task of before belongs to no model; the plan's own step takes its place. Due time and letters of the period stay.
UPDATE task SET status = 'withdrawn', done_at = UTC_TIMESTAMP(6)
WHERE incident = 'ROSTER' AND element = 'rosterConfirmation' AND status IN ('open', 'claimed');

-- A plan may ask any role that works on cases.
INSERT IGNORE INTO case_audience (incident, audience)
VALUES ('ROSTER', 'role:system-manager'), ('ROSTER', 'role:privacy-officer'), ('ROSTER', 'role:public-relations');
