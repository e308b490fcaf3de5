-- Rungs at which the window telephones besides the letter; rounds of a ladder that nobody answered.
alter table escalation_rung add column telephone boolean not null default false after decides;
alter table escalation add column round_start int not null default 0 after rung;
