-- A person without a mail address is telephoned; whom nobody waits for any more on the rung; who may only pass the word on.
alter table escalation_called
    modify column email varchar(255) null,
    add column passed boolean not null default false,
    add column able boolean not null default true;
