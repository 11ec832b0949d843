-- A run finds what it has leased without looking through everything that was ever sent.
CREATE INDEX outbox_leased ON outbox (lease) WHERE lease IS NOT NULL;
