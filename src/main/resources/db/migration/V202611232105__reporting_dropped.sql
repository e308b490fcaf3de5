-- A report that was begun and is no longer required: when a person decided to drop it.
alter table report add column dropped_at datetime(6) null;
