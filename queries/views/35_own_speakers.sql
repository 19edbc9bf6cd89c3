-- Who said something itself on an issue in the range, whatever its kind, evidence or source?
-- One row per actor.
create or replace macro own_speakers(since, until, only_issue) as table
    select distinct actor_id
    from selected_statements(since, until, only_issue, null, null, null, null, null, null);
