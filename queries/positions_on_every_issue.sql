-- How did each actor stand on each issue on a day?
-- One row per issue and actor, as in positions_as_of; rule: docs/method.md#positions
-- parameters
--   $since             date        how far back a statement may lie
--   $until             date        the day
--   $actors            varchar[]   null = every actor
--   $members_of        varchar[]   organisations of which the actor was a full member on that day
--   $stances           varchar[]   show only these; contested holds both sides and is shown with either
--   $kinds             varchar[]
--   $attributions      varchar[]
--   $source_id         varchar
--   $voices            varchar[]   which count: statement | vote | list (only mentioned in somebody else's list)
--   $un_members_only   boolean     whether only what full members of the United Nations said counts
--   $through           varchar[]   organisations whose voice their members may borrow; null = none
-- columns
--   actor_id           varchar     id of the actor, see the table of actors
--   actor_name         varchar     short name of the actor
--   actor_kind         varchar     state, organisation, body, de facto authority, ...
--   iso3               varchar     ISO 3166-1 alpha-3, for states
--   stance             varchar     support | oppose | neutral | contested; null = no position in view
--   voice              varchar     own | borrowed from an organisation
--   attribution        varchar     strongest among the evidence in view: direct | press | listed
--   is_vote            boolean     whether the deciding statements are votes
--   counts_on          date        day from which the deciding statement counts
--   date_label         varchar     that date as known: 15 April 2020, April 2020, 2020
--   statement_ids      varchar[]   the statements that decide
--   through            varchar[]   organisations that lend the voice
--   silence            varchar     why there is no position, see docs/method.md#silence; null = position
--   searched_on        date        day of the latest search that found nothing
--   sources_searched   varchar     what was searched then
--   missed_event_id    varchar     the roll call in which the actor took no part
--   issue_id           varchar     id of the issue, see the table of issues
--   issue_title        varchar     name of the issue
--   stance_label       varchar     the stance in the issue's own words; null where contested
select
    told.*,
    issues.issue_id,
    issues.title as issue_title,
    case told.stance
        when 'support' then issues.support_label
        when 'oppose' then issues.oppose_label
        when 'neutral' then issues.neutral_label
    end as stance_label
from issues,
    lateral (
        from
            positions_told(
                $since::date, $until::date, issues.issue_id, $actors::varchar[], $members_of::varchar[],
                $stances::varchar[], $kinds::varchar[], $attributions::varchar[], $source_id::varchar,
                $voices::varchar[], $un_members_only::boolean, $through::varchar[]
            )
    ) as told
order by issues.issue_id, told.actor_id
