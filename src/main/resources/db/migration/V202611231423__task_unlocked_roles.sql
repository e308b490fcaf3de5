-- Offering a task to a further role locked the task's row against who claims it at that moment; tasks are never deleted.
alter table task_role drop foreign key fk_task_role_task;
