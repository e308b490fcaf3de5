create table idempotency_key (
  caller        varchar(64)  not null,
  request_key   varchar(100) not null,
  body_hash     char(64)     not null,
  answer_status int,
  answer        longtext,
  created_at    datetime(6)  not null,
  constraint pk_idempotency_key primary key (caller, request_key)
) character set utf8mb4;

create index ix_idempotency_key_created_at on idempotency_key (created_at);
