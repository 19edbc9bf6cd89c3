-- How did an actor's position on an issue come about: what was weighed, and what decided?
-- One row per statement and voice, in the order in which they were weighed.
-- Rule: docs/method.md#how-a-position-came-about
-- parameters
--   $since             date
--   $until             date
--   $issue_id          varchar
--   $actor_id          varchar     the actor whose position is explained
--   $members_of        varchar[]
--   $kinds             varchar[]
--   $attributions      varchar[]
--   $source_id         varchar
--   $voices            varchar[]   which count: statement | vote | list
--   $un_members_only   boolean
--   $through           varchar[]   organisations whose voice their members may borrow; the others are not counted
-- columns
--   place              integer     1 is weighed first
--   part               varchar     decides | runner-up | overruled | not counted
--   voice              varchar     own | borrowed from an organisation
--   organisation_id    varchar     the organisation that lends the voice
--   organisation_name  varchar
--   statement_id       varchar
--   stance             varchar     support | oppose | neutral
--   stance_label       varchar     the issue's own word for it
--   counts_on          date
--   date_label         varchar
--   attribution        varchar     strongest among the evidence in view: direct | press | listed
--   kind               varchar
with own_speakers as (
    from own_speakers($since::date, $until::date, $issue_id::varchar)
    where actor_id = $actor_id::varchar
),

ranked as (
    select
        *,
        dense_rank() over (partition by voice, counts order by counts_on desc) as recency,
        count(distinct if(voice = 'own' and counts, counts_on, null)) over () as own_days
    from voices_weighed(
        $since::date,
        $until::date,
        $issue_id::varchar,
        $actor_id::varchar,
        $members_of::varchar[],
        $kinds::varchar[],
        $attributions::varchar[],
        $source_id::varchar,
        $voices::varchar[],
        $un_members_only::boolean,
        $through::varchar[]
    )
)

select
    (row_number() over in_order)::integer as place,
    case
        when not ranked.counts then 'not counted'
        when ranked.voice = 'own' then ['decides', 'runner-up', 'overruled'][least(ranked.recency, 3)]
        when not exists (from own_speakers) then 'decides'
        when ranked.own_days = 1 then 'runner-up'
        else 'overruled'
    end as part,
    ranked.voice,
    ranked.organisation_id,
    organisations.short_name as organisation_name,
    ranked.statement_id,
    ranked.stance,
    statement_rows.stance_label,
    ranked.counts_on,
    statement_rows.date_label,
    ranked.attribution,
    ranked.kind
from ranked
inner join statement_rows using (statement_id)
left join actors as organisations on ranked.organisation_id = organisations.actor_id
window
    in_order as (
        order by
            ranked.voice = 'borrowed' asc,
            ranked.counts_on desc,
            ranked.organisation_id asc nulls first,
            ranked.statement_id asc
    )
order by place
