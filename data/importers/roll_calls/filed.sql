-- Under whom is each vote filed, and what was that state called on the day?
-- One row per vote that was cast. A code without a row in codes.csv for the day is the actor of that id. Where only the
-- month is known its first day decides: in December 1991 the Soviet Union still voted.
select
    lower(votes.call_id || '-' || votes.code) as statement_id,
    votes.call_id,
    actors.actor_id,
    votes.stance,
    votes.locator,
    coalesce(codes.name, actors.name) as name,  -- noqa: RF04
    codes.name is not null or actors.actor_id <> votes.code as is_other
from votes
inner join told on votes.call_id = told.call_id
left join codes
    on
        votes.code = codes.code
        and told.date between coalesce(codes.since, date '0001-01-01') and coalesce(codes.until, date '9999-12-31')
inner join actors on coalesce(codes.actor_id, votes.code) = actors.actor_id
where votes.stance is not null
