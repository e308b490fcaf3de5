-- The order of every list of tasks: soonest due first, those without a time last.
alter table task add column due_order datetime(6) as (coalesce(due, timestamp'9999-12-31 00:00:00')) persistent;

create index ix_task_order on task (due_order, created_at, id);
create index ix_task_status_order on task (status, due_order);
