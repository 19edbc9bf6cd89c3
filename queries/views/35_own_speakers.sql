-- Who said something itself on an issue in the range, whatever its kind, evidence or source, and from which day on?
-- One row per actor.
create or replace macro own_speakers(since, until, only_issue) as table
    select
        actor_id,
        min(counts_on) as speaks_from
    from selected_on_issue(since, until, only_issue, null, null, null)
    group by actor_id;
