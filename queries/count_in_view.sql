-- How many statements are in the reader's view?
-- One row.
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
--   $event_id       varchar     that the statement reacts to; null = any or none
-- columns
--   count_statements   bigint
select count(*) as count_statements
from
    selected_statements(
        $since::date, $until::date, $issue_id::varchar, $actors::varchar[], $members_of::varchar[],
        $stances::varchar[], $kinds::varchar[], $attributions::varchar[], $source_id::varchar,
        only_event := $event_id::varchar
    )
