-- "abc" and "ABC" are two keys.
alter table idempotency_key
  modify caller varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  modify request_key varchar(100) character set utf8mb4 collate utf8mb4_bin not null;
