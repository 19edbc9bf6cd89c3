-- What does it mean that a state or authority has no position in view? With an organisation: a full member of it.
-- One row per actor, whether or not it has a position.
create or replace macro silences(since, until, only_issue, only_members_of) as table
    select
        actors.actor_id,
        case
            when own_speakers.actor_id is not null then 'outside these filters'
            when searches.actor_id is not null then 'no position found'
            else 'not searched'
        end as silence,
        case when own_speakers.actor_id is null then searches.searched_on end as searched_on
    from actors
    left join own_speakers(since, until, only_issue) as own_speakers using (actor_id)
    left join silent_searches(since, until, only_issue) as searches using (actor_id)
    where
        actors.kind in ('state', 'observer_state', 'partially_recognised_state', 'de_facto_authority')
        and was_full_member(actors.actor_id, only_members_of, coalesce(until, date '9999-12-31'));
