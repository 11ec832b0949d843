-- When a message took a place among those to its number: what the limits a minute and an hour count. NULL where it holds none.
ALTER TABLE outbox ADD COLUMN placed_at INTEGER;
--> statement-breakpoint
CREATE INDEX outbox_places ON outbox (address_index, placed_at) WHERE placed_at IS NOT NULL;
