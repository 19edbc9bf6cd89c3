-- What does the silence of each state and authority mean; with an organisation, of each of its full members?
-- One row per actor, whether or not it was silent.
create or replace macro silences(since, until, only_issue, only_members_of) as table
    select
        actors.actor_id,
        searches.searched_on,
        case when searches.actor_id is null then 'not searched' else 'no position found' end as silence
    from actors
    left join silent_searches(since, until, only_issue) as searches using (actor_id)
    where
        actors.kind in ('state', 'observer_state', 'partially_recognised_state', 'de_facto_authority')
        and (
            only_members_of is null
            or exists (
                select 1
                from full_memberships
                where
                    full_memberships.actor_id = actors.actor_id
                    and list_contains(only_members_of, full_memberships.organisation_id)
                    and coalesce(until, date '9999-12-31') between full_memberships.member_from
                    and full_memberships.member_until
            )
        );
