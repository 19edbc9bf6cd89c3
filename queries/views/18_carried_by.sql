-- Which statements are carried by a source, or with an attribution? Both must hold on the same evidence row.
-- One row per statement: the strongest attribution among those rows, and their sources.
create or replace macro carried_by(only_attributions, only_source) as table
    select
        statement_id,
        strongest_attribution(attribution) as attribution,
        count(distinct source_id) as count_sources
    from evidence
    where
        (only_attributions is null or list_contains(only_attributions, attribution))
        and (only_source is null or source_id = only_source)
    group by statement_id;
