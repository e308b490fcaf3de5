create table incident_number_series (
    fiscal_year int not null,
    drill boolean not null,
    last int not null,
    constraint pk_incident_number_series primary key (fiscal_year, drill)
) default charset = utf8mb4;

create table incident (
    number varchar(20) not null,
    receipt varchar(64) not null,
    type varchar(30) not null,
    segment varchar(20) null,
    section varchar(100) null,
    reporter_account varchar(100) not null,
    facts longtext not null,
    search_text text not null,
    level int not null,
    level_provisional boolean not null,
    phase varchar(20) not null,
    status varchar(10) not null,
    outcome varchar(20) null,
    drill boolean not null,
    restricted boolean not null,
    discovered_at datetime(6) not null,
    received_at datetime(6) not null,
    evaluated_at datetime(6) null,
    closed_at datetime(6) null,
    version bigint not null,
    constraint pk_incident primary key (number),
    constraint uq_incident_receipt unique (receipt),
    index ix_incident_status (status, received_at),
    index ix_incident_received (received_at),
    index ix_incident_type (type, received_at)
) default charset = utf8mb4;

create table incident_entry (
    id bigint not null auto_increment,
    incident varchar(20) not null,
    happened_at datetime(6) not null,
    recorded_at datetime(6) not null,
    actor varchar(100) not null,
    actor_name varchar(200) not null,
    kind varchar(50) not null,
    text text not null,
    source varchar(50) not null,
    constraint pk_incident_entry primary key (id),
    constraint fk_incident_entry_incident foreign key (incident) references incident (number),
    index ix_incident_entry_incident (incident, happened_at, id)
) default charset = utf8mb4;

create table incident_decision (
    id bigint not null auto_increment,
    incident varchar(20) not null,
    kind varchar(30) not null,
    value varchar(50) not null,
    reason text null,
    decided_by varchar(100) not null,
    decided_at datetime(6) not null,
    constraint pk_incident_decision primary key (id),
    constraint fk_incident_decision_incident foreign key (incident) references incident (number),
    index ix_incident_decision_kind (incident, kind, id)
) default charset = utf8mb4;

create table incident_evidence (
    id varchar(36) not null,
    incident varchar(20) not null,
    name varchar(255) not null,
    media_type varchar(100) not null,
    size bigint not null,
    sha256 char(64) not null,
    content longblob not null,
    taken_by varchar(100) not null,
    taken_by_name varchar(200) not null,
    taken_at datetime(6) not null,
    note varchar(1000) null,
    constraint pk_incident_evidence primary key (id),
    constraint fk_incident_evidence_incident foreign key (incident) references incident (number),
    index ix_incident_evidence_incident (incident, taken_at)
) default charset = utf8mb4;
