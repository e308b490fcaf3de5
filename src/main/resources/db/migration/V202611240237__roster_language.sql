-- In which letters to a person are written.
alter table roster_person add column language varchar(5) not null default 'ja';
