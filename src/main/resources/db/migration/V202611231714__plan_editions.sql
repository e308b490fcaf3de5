-- One row: who changes the list of editions waits for who else does.
create table plan_edition_series (
    only_row tinyint not null primary key,
    last_number int not null
);
insert into plan_edition_series (only_row, last_number) values (1, 0);

create table plan_edition (
    number int not null primary key,
    origin varchar(20) not null,
    renewed_from int null,
    digest char(64) not null,
    note varchar(2000) not null,
    state varchar(20) not null,
    uploaded_by varchar(100) not null,
    uploaded_at datetime(6) not null,
    judged_by varchar(100) null,
    judged_at datetime(6) null,
    judgement varchar(2000) null,
    effective_from datetime(6) null,
    deployment varchar(64) null,
    deployed_at datetime(6) null,
    unique key plan_edition_deployment (deployment),
    key plan_edition_state (state, effective_from)
);

create table plan_edition_file (
    edition int not null,
    name varchar(200) not null,
    content mediumblob not null,
    primary key (edition, name),
    foreign key (edition) references plan_edition (number)
);
