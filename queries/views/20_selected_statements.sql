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
    with matching as (
        select
            statement_id,
            strongest_attribution(attribution) as attribution,
            count(distinct source_id) as count_sources
        from evidence
        where
            -- Without these two filters the build has counted already; over a million rows that is the whole cost.
            (only_attributions is not null or only_source is not null)
            and (only_attributions is null or list_contains(only_attributions, attribution))
            and (only_source is null or source_id = only_source)
        group by statement_id
    )

    select
        statements.* exclude (attribution, count_sources),
        statements.rowid as row_number,
        coalesce(matching.attribution, statements.attribution) as attribution,
        coalesce(matching.count_sources, statements.count_sources) as count_sources
    from statements
    left join matching using (statement_id)
    where
        case
            when only_attributions is null and only_source is null then statements.count_sources > 0
            else matching.statement_id is not null
        end
        and (since is null or statements.counts_on >= since)
        and (until is null or statements.counts_on <= until)
        and (only_issue is null or statements.issue_id = only_issue)
        and (only_actors is null or list_contains(only_actors, statements.actor_id))
        and (only_members_of is null or list_has_any(statements.organisations, only_members_of))
        and (only_stances is null or list_contains(only_stances, statements.stance))
        and (only_kinds is null or list_contains(only_kinds, statements.kind))
        and (only_event is null or statements.event_id = only_event);
