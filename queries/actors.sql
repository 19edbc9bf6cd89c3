-- Who is in the collection?
-- One row per actor, by name.
-- columns
--   actor_id           varchar
--   actor_name         varchar
--   kind               varchar
--   count_statements   bigint
--   count_members      bigint   actors that are or were full members; 0 for anyone but organisations
with statements_of_actor as (
    select
        actor_id,
        count(*) as count_statements
    from statements
    group by actor_id
),

members_of_organisation as (
    select
        organisation_id,
        count(distinct actor_id) as count_members
    from full_memberships
    group by organisation_id
)

select
    actors.actor_id,
    actors.short_name as actor_name,
    actors.kind,
    coalesce(statements_of_actor.count_statements, 0) as count_statements,
    coalesce(members_of_organisation.count_members, 0) as count_members
from actors
left join statements_of_actor using (actor_id)
left join members_of_organisation on actors.actor_id = members_of_organisation.organisation_id
order by actor_name, actors.actor_id
