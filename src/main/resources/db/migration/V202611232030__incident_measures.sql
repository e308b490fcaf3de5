-- 再発防止策: what shall keep a case from happening again; lives on after the case has ended.
create table incident_measure (
    id varchar(30) not null,
    incident varchar(20) not null,
    place int not null,
    what text not null,
    owner varchar(150) not null,
    owner_name varchar(250) not null,
    due date not null,
    state varchar(20) not null,
    reason text null,
    follow_up text null,
    begun boolean not null,
    reminded_at datetime(6) null,
    created_at datetime(6) not null,
    version bigint not null,
    settled boolean as (state in ('done', 'dropped')) persistent,
    constraint pk_incident_measure primary key (id),
    constraint fk_incident_measure_incident foreign key (incident) references incident (number),
    index ix_incident_measure_incident (incident, place),
    index ix_incident_measure_due (due, id),
    index ix_incident_measure_open (settled, due, id)
) default charset = utf8mb4;
