-- Who is an actor, and how much is on record of it?
-- One row, or none where no actor has the id.
-- parameters
--   $actor_id           varchar
-- columns
--   actor_id            varchar
--   kind                varchar
--   name                varchar
--   short_name          varchar
--   iso3                varchar
--   region              varchar
--   subregion           varchar
--   aliases             varchar[]
--   founded             varchar
--   dissolved           varchar
--   wikidata            varchar
--   represents          varchar
--   represents_name     varchar     short name of the state or organisation that it belongs to
--   description         varchar
--   count_statements    bigint      all statements of its own
--   count_issues        bigint      issues on which it has spoken
--   first_date          date        day from which its first statement counts
--   last_date           date        day from which its latest statement counts
select
    actors.actor_id,
    actors.kind,
    actors.name,
    actors.short_name,
    actors.iso3,
    actors.region,
    actors.subregion,
    actors.aliases,
    actors.founded,
    actors.dissolved,
    actors.wikidata,
    actors.represents,
    whole.short_name as represents_name,
    actors.description,
    count(statements.statement_id) as count_statements,
    count(distinct statements.issue_id) as count_issues,
    min(statements.counts_on) as first_date,
    max(statements.counts_on) as last_date
from actors
left join actors as whole on actors.represents = whole.actor_id
left join statements on actors.actor_id = statements.actor_id
where actors.actor_id = $actor_id
group by all
