-- A called person whose letter did not arrive, and how many replies of a person could not be counted.
alter table escalation_called add column unreached varchar(300) null;
create table escalation_refusal (
    call_id varchar(40) not null,
    email varchar(255) not null,
    refusals int not null,
    constraint pk_escalation_refusal primary key (call_id, email),
    constraint fk_escalation_refusal_call foreign key (call_id) references escalation (id)
) default character set utf8mb4;
