-- Until when support waits for the partner's answer, while it does; empty for what was asked before there was a date.
alter table service_request add column answer_by timestamp(3) with time zone;
