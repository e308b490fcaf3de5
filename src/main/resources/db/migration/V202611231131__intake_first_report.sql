create table first_report (
    receipt varchar(64) not null,
    incident varchar(20) null,
    reporter_account varchar(100) not null,
    submission varchar(100) not null,
    body_hash char(64) not null,
    body longtext not null,
    received_at datetime(6) not null,
    constraint pk_first_report primary key (receipt),
    constraint uq_first_report_submission unique (reporter_account, submission),
    index ix_first_report_incident (incident)
) default charset = utf8mb4;
