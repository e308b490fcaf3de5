create table task (
    id           varchar(64)  not null primary key,
    incident     varchar(32)  not null,
    business_key varchar(48)  not null,
    process      varchar(100) not null,
    element      varchar(100) not null,
    name         varchar(200) not null,
    edition      varchar(64)  not null,
    form         varchar(100) not null,
    target       varchar(100),
    runbook      varchar(100),
    policy       varchar(200),
    four_eyes    varchar(100),
    assignee     varchar(100),
    status       varchar(16)  not null,
    due          datetime(6),
    created_at   datetime(6)  not null,
    claimed_at   datetime(6),
    done_at      datetime(6),
    done_by      varchar(100),
    index ix_task_incident (incident, element),
    index ix_task_status (status, due),
    index ix_task_assignee (assignee, status),
    index ix_task_key (business_key, element)
) character set utf8mb4;

create table task_role (
    task varchar(64)  not null,
    role varchar(100) not null,
    primary key (task, role),
    index ix_task_role_role (role),
    constraint fk_task_role_task foreign key (task) references task (id)
) character set utf8mb4;
