-- Who are the full members of each organisation on a day?
-- One row per organisation and member.
-- parameters
--   $until              date      the day; null = on any day
-- columns
--   organisation_id     varchar
--   organisation_name   varchar   short name of the organisation
--   actor_id            varchar   the member
--   actor_name          varchar   short name of the member
select distinct
    full_memberships.organisation_id,
    organisations.short_name as organisation_name,
    full_memberships.actor_id,
    members.short_name as actor_name
from full_memberships
inner join actors as organisations on full_memberships.organisation_id = organisations.actor_id
inner join actors as members on full_memberships.actor_id = members.actor_id
where
    $until::date is null
    or $until::date between full_memberships.member_from and full_memberships.member_until
order by full_memberships.organisation_id, full_memberships.actor_id
