-- Who said something itself on an issue in the range, whatever its kind, evidence or source, and from which day on?
-- One row per actor.
create or replace macro own_speakers(since, until, only_issue) as table
    select
        actor_id,
        min(counts_on) as speaks_from
    from statements_by_issue
    where
        issue_id = only_issue
        and count_sources > 0
        and (since is null or counts_on >= since)
        and (until is null or counts_on <= until)
    group by actor_id;
