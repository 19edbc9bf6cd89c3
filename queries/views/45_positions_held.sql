-- Who holds which position, by the rule of docs/method.md#positions?
-- One row per actor that has one: the latest own statement, or else the latest statement of each organisation
-- that may lend its voice and of which the actor was a full member on that day. More than one is contested.
create or replace macro positions_held(
    since, until, only_issue, only_members_of, only_kinds, only_attributions, only_source, lenders
) as table
    with heard as (
        from
            voices_heard(
                since, until, only_issue, only_members_of, only_kinds, only_attributions, only_source, lenders
            )
        qualify counts_on = max(counts_on) over (partition by actor_id, voice, organisation_id)
    ),

    latest as (
        select
            heard.*,
            statement_rows.date_label,
            statement_rows.kind
        from heard
        inner join statement_rows using (statement_id)
    )

    select
        actor_id,
        list(distinct stance) as stances,
        case when count(distinct stance) > 1 then 'contested' else min(stance) end as stance,
        voice,
        strongest_attribution(list(attribution)) as attribution,
        bool_and(kind = 'vote') as is_vote,
        max(counts_on) as counts_on,
        arg_max(date_label, (counts_on, statement_id)) as date_label,
        list(distinct statement_id order by statement_id) as statement_ids,
        list(distinct organisation_id order by organisation_id)
        filter (where organisation_id is not null) as through
    from latest
    group by actor_id, voice
    -- the own voice rules wherever there is one
    qualify row_number() over (partition by actor_id order by (voice = 'own') desc) = 1;
