-- Storm guard: letters that are gathered and leave together in one list for each person, and what a person was told when.
alter table mail_out
    add column level tinyint not null default 0,
    add column line text null,
    add column gathered_at datetime(6) null,
    add column listing boolean not null default false,
    add column list_id bigint null;
create index ix_mail_out_list on mail_out (list_id);
create table mail_told (
    address varchar(190) not null,
    incident varchar(30) not null,
    at datetime(6) not null,
    constraint pk_mail_told primary key (address, incident),
    key ix_mail_told_at (address, at)
) default character set utf8mb4;
create table mail_storm (
    address varchar(190) not null,
    drill boolean not null,
    list_at datetime(6) null,
    level tinyint not null default 0,
    constraint pk_mail_storm primary key (address, drill)
) default character set utf8mb4;
alter table escalation_called add column listed_at datetime(6) null;
