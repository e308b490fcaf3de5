-- Newest first over all cases.
create index ix_mail_out_queued on mail_out (queued_at);
create index ix_mail_in_received on mail_in (received_at);
