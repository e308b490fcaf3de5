-- The order of every list of reports: soonest due first, those without a deadline last.
alter table report add column due_order date
    as (coalesce(due_on, cast(due_at as date), date'9999-12-31')) persistent;

create index ix_report_order on report (due_order, id);
