-- How often a closed case was opened again.
alter table incident add column reopenings int not null default 0;
