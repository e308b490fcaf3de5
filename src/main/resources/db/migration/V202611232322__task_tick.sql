create table task_tick (
    task      varchar(64)  not null,
    item      varchar(100) not null,
    ticked_by varchar(100) not null,
    ticked_at datetime(6)  not null,
    primary key (task, item),
    constraint fk_task_tick_task foreign key (task) references task (id)
) character set utf8mb4;

insert into task_tick (task, item, ticked_by, ticked_at)
select c.task, concat(t.runbook, ':', c.line), c.checked_by, c.checked_at
from task_check c
join task t on t.id = c.task
where t.runbook is not null;

drop table task_check;
