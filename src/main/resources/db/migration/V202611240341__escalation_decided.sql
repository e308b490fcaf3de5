-- When a reply decided what the call asks: its token decides once.
alter table escalation add column decided_at datetime(6) null;
