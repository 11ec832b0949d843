-- What the network says became of a message: by whom it is matched (never by the address itself), and when to ask for it.
ALTER TABLE outbox ADD COLUMN address_index TEXT;
--> statement-breakpoint
ALTER TABLE outbox ADD COLUMN reported_at INTEGER;
--> statement-breakpoint
ALTER TABLE outbox ADD COLUMN ask_at INTEGER;
--> statement-breakpoint
ALTER TABLE outbox ADD COLUMN asked INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
CREATE INDEX outbox_by_number ON outbox (supplier, supplier_id) WHERE supplier_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX outbox_to_ask ON outbox (ask_at) WHERE ask_at IS NOT NULL;
--> statement-breakpoint
CREATE INDEX outbox_by_address ON outbox (address_index, channel, next_at) WHERE address_index IS NOT NULL;
