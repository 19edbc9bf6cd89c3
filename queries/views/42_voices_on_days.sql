-- Whose voices are the latest for an actor, from which day on?
-- One row per statement that is heard for an actor from a day on which something begins or ceases to count for it;
-- a day without any (statement_id is null) is one from which a filter hides what the actor says. With only_last:
-- each actor's last such day alone.
create or replace macro voices_on_days(
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
    with heard as materialized (
        from voices_heard(
            since,
            until,
            only_issue,
            only_members_of,
            only_kinds,
            only_attributions,
            only_source,
            only_voices,
            only_un_members,
            lenders
        )
    ),

    days as (
        select
            actor_id,
            unnest(list_distinct([counts_on, heard_before])) as day  -- noqa: RF04
        from heard
    ),

    changing as (
        select distinct
            actor_id,
            day
        from days
        where day is not null
        qualify not only_last or day = max(day) over (partition by actor_id)
    )

    select
        changing.*,
        heard.* exclude (actor_id)
    from changing
    left join heard
        on
            changing.actor_id = heard.actor_id
            and changing.day >= heard.counts_on
            and (heard.heard_before is null or changing.day < heard.heard_before)
    qualify
        heard.counts_on is null
        or heard.counts_on
        = max(heard.counts_on) over (
            partition by changing.actor_id, changing.day, heard.voice, heard.organisation_id
        );
