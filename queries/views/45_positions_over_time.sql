-- Who holds which position from which day on, by the rule of docs/method.md#positions?
-- One row per actor and day, as in voices_on_days: the latest own statement decides, or else the latest statement of
-- each organisation that may lend its voice and of which the actor was a full member on that day. More than one
-- stance is contested; none is left where a filter hides what the actor says.
create or replace macro positions_over_time(
    since,
    until,
    only_issue,
    only_members_of,
    only_kinds,
    only_attributions,
    only_source,
    only_voices,
    only_un_members,
    lenders,
    only_last
) as table
    select
        actor_id,
        day,
        list(distinct stance) as stances,
        case when count(distinct stance) > 1 then 'contested' else min(stance) end as stance,
        voice,
        strongest_attribution(attribution) as attribution,
        bool_and(kind = 'vote') as is_vote,
        max(counts_on) as counts_on,
        date_label(
            arg_max(date, (counts_on, statement_id)), arg_max(date_precision, (counts_on, statement_id))
        ) as date_label,
        list(distinct statement_id order by statement_id) filter (where statement_id is not null) as statement_ids,
        list(distinct organisation_id order by organisation_id) filter (where organisation_id is not null) as through
    from
        voices_on_days(
            since,
            until,
            only_issue,
            only_members_of,
            only_kinds,
            only_attributions,
            only_source,
            only_voices,
            only_un_members,
            lenders,
            only_last
        )
    group by actor_id, day, voice
    -- the own voice rules wherever there is one
    qualify row_number() over (partition by actor_id, day order by coalesce(voice = 'own', false) desc) = 1;
