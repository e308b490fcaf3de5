alter table report add column confirmed_at datetime(6) null;
