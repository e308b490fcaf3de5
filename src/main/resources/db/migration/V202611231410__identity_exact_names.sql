-- Compared letter by letter: "stáff" is not "staff", and がわ課 sees no case of かわ課.
alter table account_token drop foreign key fk_account_token_account;

alter table account
  modify name varchar(64) character set utf8mb4 collate utf8mb4_bin not null;

alter table account_token
  modify account varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  add constraint fk_account_token_account foreign key (account) references account (name);

alter table case_audience
  modify audience varchar(190) character set utf8mb4 collate utf8mb4_bin not null;
