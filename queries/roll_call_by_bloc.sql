-- How did the members of each organisation vote in a roll call?
-- One row per organisation with at least two full members among those called on the day; most members first.
-- parameters
--   $event_id           varchar   the roll call; the events that have one say in roll_call_of who was called
-- columns
--   organisation_id     varchar   id of the organisation, see the table of actors
--   organisation_name   varchar   short name of the organisation
--   members             bigint    its full members on the day of the roll call, among those called
--   in_favour           bigint    members that voted in favour
--   against             bigint    members that voted against
--   abstained           bigint    members that abstained by vote
--   absent              bigint    members that were called and cast no vote
with called as (
    select
        full_memberships.actor_id,
        events.start_date as called_on
    from events
    inner join full_memberships
        on
            events.roll_call_of = full_memberships.organisation_id
            and events.start_date between full_memberships.member_from and full_memberships.member_until
    where events.event_id = $event_id
),

-- one voice per member: a roll call that held two would be a mistake in the records, not a second vote
votes as (
    select
        actor_id,
        arg_min(stance, statement_id) as stance
    from statements
    where event_id = $event_id and kind = 'vote'
    group by actor_id
),

members_called as (
    select distinct
        full_memberships.organisation_id,
        called.actor_id,
        votes.stance
    from called
    inner join full_memberships
        on
            called.actor_id = full_memberships.actor_id
            and called.called_on between full_memberships.member_from and full_memberships.member_until
    left join votes on called.actor_id = votes.actor_id
)

select
    members_called.organisation_id,
    any_value(actors.short_name) as organisation_name,
    count(*) as members,
    count(*) filter (where members_called.stance = 'support') as in_favour,
    count(*) filter (where members_called.stance = 'oppose') as against,
    count(*) filter (where members_called.stance = 'neutral') as abstained,
    count(*) filter (where members_called.stance is null) as absent
from members_called
inner join actors on members_called.organisation_id = actors.actor_id
group by members_called.organisation_id
having count(*) > 1
order by members desc, members_called.organisation_id asc
