-- Of which organisations was an actor a member, and when?
-- One row per spell of membership, full members first, the oldest first, an unknown beginning last.
-- parameters
--   $actor_id             varchar
-- columns
--   organisation_id       varchar
--   organisation_name     varchar   short name of the organisation
--   role                  varchar
--   joined                varchar
--   ended                 varchar   date of leaving as recorded; null = not recorded
--   is_full               boolean
--   member_from           date
--   member_until          date
--   note                  varchar
select
    memberships.organisation_id,
    actors.short_name as organisation_name,
    memberships.role,
    memberships.joined,
    memberships."left" as ended,
    memberships.is_full,
    memberships.member_from,
    memberships.member_until,
    memberships.note
from memberships
inner join actors on memberships.organisation_id = actors.actor_id
where memberships.actor_id = $actor_id
order by
    memberships.is_full desc,
    memberships.member_from asc nulls last,
    organisation_name asc,
    memberships.organisation_id asc,
    memberships.role asc,
    memberships.joined asc nulls last
