-- What is told of each actor on an issue and a day: its position, or why there is none?
-- One row per actor with a position in view, and per state or authority without one.
create or replace macro positions_told(
    since,
    until,
    only_issue,
    only_actors,
    only_members_of,
    only_stances,
    only_kinds,
    only_attributions,
    only_source,
    only_voices,
    only_un_members,
    lenders
) as table
    with held as (
        from
            positions_over_time(
                since, until, only_issue, only_members_of, only_kinds, only_attributions, only_source,
                only_voices, only_un_members, lenders, true
            )
        where stance is not null
    ),

    shown as (
        select * exclude (stances, day) from held
        where only_stances is null or list_has_any(stances, only_stances)
    ),

    silent as (
        select silences.* replace (if(held.actor_id is null, silences.silence, 'outside these filters') as silence)
        from silences(since, until, only_issue, only_members_of, only_un_members) as silences
        left join held using (actor_id)
        anti join shown using (actor_id)
    )

    select
        actors.actor_id,
        actors.short_name as actor_name,
        actors.kind as actor_kind,
        actors.iso3,
        shown.* exclude (actor_id),
        silent.silence,
        case when silent.silence = 'no position found' then silent.searched_on end as searched_on,
        case when silent.silence = 'no position found' then silent.sources_searched end as sources_searched,
        case when silent.silence = 'took no part in the vote' then silent.missed_event_id end as missed_event_id
    from actors
    left join shown using (actor_id)
    left join silent using (actor_id)
    where
        (only_actors is null or list_contains(only_actors, actors.actor_id))
        and (shown.actor_id is not null or silent.actor_id is not null);
