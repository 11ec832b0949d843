-- What called for somebody, once a figure, site and hour, so that a figure that goes up and down is not told each minute.
CREATE TABLE alarms (
  figure TEXT NOT NULL,
  -- '' where the figure is of all sites.
  site TEXT NOT NULL,
  -- In Asia/Shanghai: 2026-03-02T10.
  hour TEXT NOT NULL,
  at INTEGER NOT NULL,
  -- When it was well again; until then it is raised anew each hour.
  ended_at INTEGER,
  PRIMARY KEY (figure, site, hour)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX alarms_open ON alarms (figure, site) WHERE ended_at IS NULL;
