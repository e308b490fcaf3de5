alter table account_token
  add column id bigint not null auto_increment,
  add column granted_by varchar(64) not null default 'system',
  add column revoked_at datetime(6),
  add constraint uq_account_token_id unique (id);
