-- Receipts and keys of submissions are compared letter by letter.
alter table first_report
  modify receipt varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  modify reporter_account varchar(100) character set utf8mb4 collate utf8mb4_bin not null,
  modify submission varchar(100) character set utf8mb4 collate utf8mb4_bin not null;
