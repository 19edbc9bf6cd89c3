-- Whose statements are in view?
-- One row per actor, by id.
-- parameters
--   $since          date        first day of the range; null = from the beginning
--   $until          date        last day of the range; null = to the end
--   $is_whole       boolean     whether nothing narrows the view: then also actors without a statement
-- columns
--   actor_id           varchar
--   actor_name         varchar   short name of the actor
--   name               varchar
--   kind               varchar
--   iso3               varchar
--   region             varchar
--   subregion          varchar
--   aliases            varchar[]
--   founded            varchar
--   dissolved          varchar
--   wikidata           varchar
--   represents         varchar
--   description        varchar
--   count_statements   bigint    statements of the actor in view
with counted as (
    select
        actor_id,
        sum(count_statements)::bigint as count_statements
    from actors_by_day
    where ($since::date is null or counts_on >= $since::date) and ($until::date is null or counts_on <= $until::date)
    group by actor_id
)

select
    actors.actor_id,
    actors.short_name as actor_name,
    actors.name,
    actors.kind,
    actors.iso3,
    actors.region,
    actors.subregion,
    actors.aliases,
    actors.founded,
    actors.dissolved,
    actors.wikidata,
    actors.represents,
    actors.description,
    coalesce(counted.count_statements, 0) as count_statements
from actors
left join counted using (actor_id)
where $is_whole::boolean or counted.actor_id is not null
order by actors.actor_id
