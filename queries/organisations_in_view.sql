-- Which organisations speak in the reader's view, and for how many member states could they speak?
-- One row per organisation or body with full members and statements in view; most members first.
-- parameters
--   $since          date        first day of the range; null = from the beginning
--   $until          date        last day of the range; null = to the end
--   $issue_id       varchar     null = every issue
--   $actors         varchar[]   null = every actor
--   $members_of     varchar[]   organisations of which the actor was a full member on that day
--   $stances        varchar[]
--   $kinds          varchar[]
--   $attributions   varchar[]
--   $source_id      varchar
-- columns
--   actor_id           varchar
--   actor_name         varchar
--   count_statements   bigint      on days on which the organisation had full members
--   count_members      bigint      actors that were full members on the day of one of these statements
select
    selected.actor_id,
    any_value(actors.short_name) as actor_name,
    count(distinct selected.statement_id) as count_statements,
    count(distinct full_memberships.actor_id) as count_members
from
    selected_statements(
        $since::date, $until::date, $issue_id::varchar, $actors::varchar[], $members_of::varchar[],
        $stances::varchar[], $kinds::varchar[], $attributions::varchar[], $source_id::varchar
    ) as selected
inner join actors using (actor_id)
inner join full_memberships
    on
        selected.actor_id = full_memberships.organisation_id
        and selected.counts_on between full_memberships.member_from and full_memberships.member_until
group by selected.actor_id
order by count_members desc, selected.actor_id asc
