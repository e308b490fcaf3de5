alter table idempotency_key drop column answer_status;
