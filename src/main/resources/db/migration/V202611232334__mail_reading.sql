-- Mails of any size, mails delivered twice, and letters that come back.
alter table mail_in add column fingerprint char(64) null;
create index ix_mail_in_fingerprint on mail_in (fingerprint);
alter table mail_in modify column words text null;
create table mail_in_more (
    mail_id bigint not null,
    piece int not null,
    raw mediumblob not null,
    constraint pk_mail_in_more primary key (mail_id, piece),
    constraint fk_mail_in_more_mail foreign key (mail_id) references mail_in (id)
) default character set utf8mb4;
create index ix_mail_out_message_id on mail_out (message_id);
