create table task_check (
    task       varchar(64)  not null,
    line       int          not null,
    checked_by varchar(100) not null,
    checked_at datetime(6)  not null,
    primary key (task, line),
    constraint fk_task_check_task foreign key (task) references task (id)
) character set utf8mb4;
