-- Which roll calls have no vote, although every row that may be theirs could be read?
-- One row per roll call.
select call_id
from calls
where
    call_id not in (select votes.call_id from votes)
    and call_id not in (select lost.call_id from lost)
order by call_id
