-- What the nightly comparison of domain and engine found; and the indexes along which it walks over what is open.
create table plan_comparison (
    only_row tinyint not null primary key,
    nightly_from datetime(6) not null,
    compared_at datetime(6) null,
    compared_by varchar(200) null,
    found int not null
) default charset = utf8mb4;
insert into plan_comparison (only_row, nightly_from, found) values (1, utc_timestamp(6), 0);

create table plan_difference (
    kind varchar(20) not null,
    thing varchar(255) not null,
    element varchar(255) not null,
    name varchar(500) not null,
    subject varchar(10) null,
    incident varchar(32) not null,
    process varchar(100) not null,
    found_at datetime(6) not null,
    told_at datetime(6) null,
    constraint pk_plan_difference primary key (thing, kind, element)
) default charset = utf8mb4;

create index ix_incident_open on incident (status, number);
create index ix_incident_contradiction on incident (status, phase);
create index ix_escalation_open on escalation (state, id);
create index ix_report_open on report (state, id);
create index ix_task_open on task (status, id);
