-- Which parliaments and other bodies of a state are kept apart from it?
-- One row per body, by name.
-- parameters
--   $actor_id           varchar   the state or organisation
-- columns
--   actor_id            varchar   id of the body
--   actor_name          varchar   short name of the body
--   kind                varchar
--   description         varchar
--   count_statements    bigint
select
    actors.actor_id,
    actors.short_name as actor_name,
    actors.kind,
    actors.description,
    count(statements.statement_id) as count_statements
from actors
left join statements on actors.actor_id = statements.actor_id
where actors.represents = $actor_id
group by all
order by actor_name, actors.actor_id
