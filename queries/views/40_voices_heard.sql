-- Who is heard on an issue, in whose voice?
-- One row per statement and actor that it speaks for: its author (own) and, for the organisations that may
-- lend their voice, each full member on that day that said nothing itself in the range (borrowed). Whether an
-- actor spoke itself is a matter of dates alone: a filter that hides its words does not put others' in its mouth.
create or replace macro voices_heard(
    since, until, only_issue, only_members_of, only_kinds, only_attributions, only_source, lenders
) as table
    with selected as (
        from selected_statements(
            since, until, only_issue, null, null, null, only_kinds, only_attributions, only_source
        )
    ),

    spoken as (
        select
            selected.actor_id,
            'own' as voice,
            null::varchar as organisation_id,
            selected.statement_id,
            selected.stance,
            selected.attribution,
            selected.counts_on
        from selected
        union all
        select distinct
            full_memberships.actor_id,
            'borrowed' as voice,
            selected.actor_id as organisation_id,
            selected.statement_id,
            selected.stance,
            selected.attribution,
            selected.counts_on
        from selected
        inner join full_memberships
            on
                selected.actor_id = full_memberships.organisation_id
                and selected.counts_on between full_memberships.member_from and full_memberships.member_until
        anti join own_speakers(since, until, only_issue) as own_speakers
            on full_memberships.actor_id = own_speakers.actor_id
        where list_contains(lenders, selected.actor_id)
    )

    from spoken
    where was_full_member(spoken.actor_id, only_members_of, spoken.counts_on);
