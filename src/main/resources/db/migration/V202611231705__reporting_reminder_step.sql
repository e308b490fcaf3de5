-- How many steps of the table of reminders are taken; until now there was one.
alter table report add column reminder_step int not null default 0;
update report set reminder_step = 1 where reminded_at is not null;
