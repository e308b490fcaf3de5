-- Newest first over all cases.
create index ix_escalation_created on escalation (created_at, id);
