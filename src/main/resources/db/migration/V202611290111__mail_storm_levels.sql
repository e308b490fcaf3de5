-- Of which level a person was told: a graver case does not wait for the others of a storm.
alter table mail_told add column level tinyint not null default 0;
