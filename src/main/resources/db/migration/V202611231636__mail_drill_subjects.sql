-- Letters of drills carry the mark in their subject from the start; those of before got it when they left.
update mail_out set subject = concat('【訓練】', subject) where drill and subject not like '【訓練】%';
