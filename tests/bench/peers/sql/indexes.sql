-- What would a careful user of SQLite index for these questions? All that each reads, so that none goes to the table.
create index by_issue on statements (issue_id, counts_on, actor_id, stance) where count_sources > 0;
create index by_day on statements (counts_on, date_precision, stance, actor_id, event_id) where count_sources > 0;
create index by_stance on statements (stance, counts_on desc, statement_id, actor_id) where count_sources > 0;
create index by_kind on statements (kind, counts_on desc, statement_id, actor_id) where count_sources > 0;
analyze;
