-- Places among the messages to a number are found by outbox_places (0085) since; nothing asks by this any more, and every
-- message tore a page of it open, when it was written and each time it was put off.
DROP INDEX outbox_by_address;
