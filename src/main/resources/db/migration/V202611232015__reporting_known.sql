-- Since when a body must be told (知った時点): its clock runs on when facts change again.
alter table report add column known_at datetime(6) null;
update report set known_at = (select coalesce(i.evaluated_at, i.received_at) from incident i where i.number = report.incident)
where required;
