-- Whose silence would a reader look for? That of states and authorities; with an organisation, its members'.
-- One row per actor.
create or replace macro silent_candidates(only_members_of, until) as table
    select actors.actor_id
    from actors
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
