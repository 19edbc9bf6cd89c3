-- Which statements on one issue are in the reader's view? As selected_statements, of which it reads one issue alone.
-- One row per statement, with what positions are made of.
create or replace macro selected_on_issue(
    since, until, only_issue, only_kinds, only_attributions, only_source
) as table
    with narrowed as not materialized (
        from statements_by_issue
        where
            issue_id = only_issue
            and (since is null or counts_on >= since)
            and (until is null or counts_on <= until)
            and (only_kinds is null or list_contains(only_kinds, kind))
    )

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
