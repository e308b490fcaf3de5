-- 0: letters of an alarm, 1: all others. The relay takes the smallest first, without sorting.
alter table mail_out add column priority tinyint not null default 1;
create index ix_mail_out_next on mail_out (state, priority, id, next_at);
drop index ix_mail_out_state on mail_out;
