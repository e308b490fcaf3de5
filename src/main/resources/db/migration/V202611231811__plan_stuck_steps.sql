-- What people did about a step that failed its retries: further tries, and a skip that waits for a second person.
create table plan_stuck_step (
    id varchar(64) not null,
    retries int not null,
    proposed_by varchar(100) null,
    proposed_name varchar(200) null,
    proposed_at datetime(6) null,
    reason varchar(2000) null,
    constraint pk_plan_stuck_step primary key (id)
) default charset = utf8mb4;
