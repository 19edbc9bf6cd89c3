-- What does it mean that a state or authority has no position in view? With an organisation: a full member of it.
-- One row per actor, whether or not it has a position; the first reason that is true. Rule: docs/method.md#silence
create or replace macro silences(since, until, only_issue, only_members_of, only_un_members) as table
    select
        actors.actor_id,
        case
            when own_speakers.actor_id is not null then 'outside these filters'
            when actors.exists_from > until then 'did not exist yet'
            when actors.exists_until < coalesce(until, date '9999-12-31') then 'no longer existed'
            when missed_votes.actor_id is not null then 'took no part in the vote'
            when searches.actor_id is not null then 'no position found'
            else 'not searched'
        end as silence,
        missed_votes.missed_event_id,
        searches.searched_on,
        searches.sources_searched
    from actors
    left join own_speakers(since, until, only_issue) as own_speakers using (actor_id)
    left join missed_votes(since, until, only_issue) as missed_votes using (actor_id)
    left join silent_searches(since, until, only_issue) as searches using (actor_id)
    where
        actors.kind in ('state', 'observer_state', 'partially_recognised_state', 'de_facto_authority')
        and was_full_member(actors.actor_id, only_members_of, coalesce(until, date '9999-12-31'))
        and (
            not coalesce(only_un_members, false)
            or was_full_member(actors.actor_id, ['UN'], coalesce(until, date '9999-12-31'))
        );
