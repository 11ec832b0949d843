-- A task that has ended stays as it ended: of two who end it at once, the second one's batch fails as a whole.
CREATE TRIGGER tasks_end_once BEFORE UPDATE ON tasks WHEN OLD.done_at IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'the task has ended');
END;
