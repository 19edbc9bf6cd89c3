-- Which statements are in the reader's view? The one filter behind map, timeline, table and downloads.
-- One row per statement, with its row_number in the table, from 0. Each argument may be null, which means "any".
-- A statement counts on the last day of its period (docs/method.md#dates). Attribution and source must hold
-- on the same evidence row: a source filter shows each statement with the attribution that it has there.
create or replace macro selected_statements(
    since,
    until,
    only_issue,
    only_actors,
    only_members_of,
    only_stances,
    only_kinds,
    only_attributions,
    only_source,
    only_event := null
) as table
    with narrowed as not materialized (
        select
            *,
            rowid as row_number
        from statements
        where
            (since is null or counts_on >= since)
            and (until is null or counts_on <= until)
            and (only_issue is null or issue_id = only_issue)
            and (only_actors is null or list_contains(only_actors, actor_id))
            and (only_members_of is null or list_has_any(organisations, only_members_of))
            and (only_stances is null or list_contains(only_stances, stance))
            and (only_kinds is null or list_contains(only_kinds, kind))
            and (only_event is null or event_id = only_event)
    )

    -- Without these two filters the build has counted already; over a million rows that is the whole cost.
    from narrowed
    where only_attributions is null and only_source is null and count_sources > 0
    union all by name
    select
        narrowed.* exclude (attribution, count_sources),
        carried.attribution,
        carried.count_sources
    from narrowed
    inner join carried_by(only_attributions, only_source) as carried using (statement_id)
    where only_attributions is not null or only_source is not null;
