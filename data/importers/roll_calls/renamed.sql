-- Which votes are filed under another code than they were cast under, or under a state of another name?
-- One row per code, actor and name.
select
    string_split(statement_id, '-')[-1] as code,
    actor_id,
    name,
    count(*) as count_votes
from filed
where is_other
group by all
order by code, actor_id, name
