-- Which codes stand for nobody who is on record?
-- One row per code, with its number of votes and the first roll call in which it stands.
select
    votes.code,
    count(*) as count_votes,
    min(votes.locator) as first_place
from votes
where
    votes.code not in (select actors.actor_id from actors)
    and votes.code not in (select codes.code from codes)
group by votes.code
order by votes.code
