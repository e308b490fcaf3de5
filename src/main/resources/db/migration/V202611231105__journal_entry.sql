create table journal_entry (
  id            bigint       not null,
  recorded_at   datetime(6)  not null,
  account       varchar(64)  not null,
  account_name  varchar(100) not null,
  act           varchar(64)  not null,
  subject       varchar(100) not null,
  detail        text,
  previous_hash char(64)     not null,
  hash          char(64)     not null,
  constraint pk_journal_entry primary key (id),
  constraint uq_journal_entry_hash unique (hash)
) character set utf8mb4;

create index ix_journal_entry_subject on journal_entry (subject, id);

-- One row: the newest entry. Its lock puts writers in a queue, so the chain has no forks.
create table journal_head (
  only_row  tinyint  not null,
  last_id   bigint   not null,
  last_hash char(64) not null,
  constraint pk_journal_head primary key (only_row)
) character set utf8mb4;

insert into journal_head (only_row, last_id, last_hash) values (1, 0, repeat('0', 64));
