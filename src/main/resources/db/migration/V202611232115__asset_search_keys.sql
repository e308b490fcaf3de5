-- What is looked for and compared: widths, letter case and kana folded (SearchKey); filled by the migration that follows.
alter table asset
    add column number_key varchar(400) not null default '',
    add column name_key varchar(400) not null default '';
create index ix_asset_number_key on asset (number_key);
create index ix_asset_name_key on asset (name_key);
