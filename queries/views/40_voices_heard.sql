-- Who is heard on an issue, in whose voice, from which day on, and until which?
-- One row per statement and actor that it speaks for: its author (own) and, for the organisations that may lend
-- their voice, each full member on that day (borrowed) until the day on which the member says something itself.
-- Whether an actor spoke itself is a matter of dates alone: a filter that hides its words does not put others'
-- in its mouth. Rules: docs/method.md#who-counts
create or replace macro voices_heard(
    since, until, only_issue, only_members_of, only_kinds, only_attributions, only_source, only_voices,
    only_un_members, lenders
) as table
    with selected as (
        select
            actor_id,
            statement_id,
            stance,
            kind,
            attribution,
            date,
            date_precision,
            counts_on
        from selected_on_issue(since, until, only_issue, only_kinds, only_attributions, only_source)
        where
            only_voices is null
            or list_contains(only_voices, statement_voice(kind, attribution))
    ),

    spoken as (
        select
            *,
            'own' as voice,
            null::varchar as organisation_id,
            null::date as heard_before
        from selected
        union all by name
        select distinct
            full_memberships.actor_id,
            selected.* exclude (actor_id),
            'borrowed' as voice,
            selected.actor_id as organisation_id,
            own_speakers.speaks_from as heard_before
        from selected
        inner join full_memberships
            on
                selected.actor_id = full_memberships.organisation_id
                and selected.counts_on between full_memberships.member_from and full_memberships.member_until
        left join own_speakers(since, until, only_issue) as own_speakers
            on full_memberships.actor_id = own_speakers.actor_id
        where
            list_contains(lenders, selected.actor_id)
            and (own_speakers.speaks_from is null or selected.counts_on < own_speakers.speaks_from)
    )

    from spoken
    where
        was_full_member(spoken.actor_id, only_members_of, spoken.counts_on)
        and (not coalesce(only_un_members, false) or was_full_member(spoken.actor_id, ['UN'], spoken.counts_on));
