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
with own as (
    from selected_statements(
        $since::date, $until::date, $issue_id::varchar, [$actor_id::varchar], null, null, null, null, null
    )
),

ranked as (
    select
        *,
        dense_rank() over (partition by voice, counts order by counts_on desc) as recency,
        max(if(voice = 'own' and counts, counts_on, null)) over () as decided_on
    from
        voices_weighed(
            $since::date, $until::date, $issue_id::varchar, $actor_id::varchar, $members_of::varchar[],
            $kinds::varchar[], $attributions::varchar[], $source_id::varchar, $voices::varchar[],
            $un_members_only::boolean, $through::varchar[]
        )
)

select
    (row_number() over in_order)::integer as place,
    case
        when not ranked.counts then 'not counted'
        when ranked.voice = 'own' then ['decides', 'runner-up', 'overruled'][least(ranked.recency, 3)]
        when not exists (from own) then 'decides'
        -- what else it said itself, counted or hidden, would keep an organisation from speaking for it
        when (
            select
                bool_and(own.statement_id in (
                    select deciding.statement_id
                    from ranked as deciding
                    where deciding.voice = 'own' and deciding.counts and deciding.counts_on = deciding.decided_on
                ))
            from own
        ) then 'runner-up'
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
