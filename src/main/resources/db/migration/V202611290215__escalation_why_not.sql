-- Why nobody waits for a called person any more, how and when that was learnt, and to whom the call was handed on; when a
-- ladder ended without an answer.
alter table escalation_called
    add column passed_at datetime(6) null,
    add column passed_why varchar(20) null,
    add column passed_via varchar(10) null,
    add column passed_to varchar(200) null;
alter table escalation add column exhausted_at datetime(6) null;
