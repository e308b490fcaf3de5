-- Calls that still want an answer before those that do not, newest first.
alter table escalation add column standing tinyint as (if(state in ('calling', 'exhausted'), 1, 0)) virtual;
create index ix_escalation_standing on escalation (standing, created_at, id);
