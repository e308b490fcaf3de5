create table account (
  name            varchar(64)  not null,
  display_name    varchar(100) not null,
  password_hash   varchar(100) not null,
  administrator   boolean      not null,
  demo            boolean      not null,
  enabled         boolean      not null,
  permitted_until date         not null,
  created_at      datetime(6)  not null,
  constraint pk_account primary key (name)
) character set utf8mb4;

create table account_token (
  hash       char(64)     not null,
  account    varchar(64)  not null,
  label      varchar(100) not null,
  scope      varchar(16)  not null,
  created_at datetime(6)  not null,
  expires_at datetime(6)  not null,
  constraint pk_account_token primary key (hash),
  constraint fk_account_token_account foreign key (account) references account (name)
) character set utf8mb4;
