-- What is there to be weighed for one actor's position, and what of it counts under the reader's rules?
-- One row per own statement in the range, and per organisation of which the actor was a full member on the day its
-- latest, and where that does not count its latest that does.
create or replace macro voices_weighed(
    since,
    until,
    only_issue,
    only_actor,
    only_members_of,
    only_kinds,
    only_attributions,
    only_source,
    only_voices,
    only_un_members,
    lenders
) as table
    with selected as (
        from selected_statements(
            since, until, only_issue, null, null, null, only_kinds, only_attributions, only_source
        )
    ),

    spoken as (
        select
            *,
            'own' as voice,
            null as organisation_id
        from selected
        where actor_id = only_actor
        union all
        select distinct
            selected.*,
            'borrowed' as voice,
            selected.actor_id as organisation_id
        from selected
        inner join full_memberships
            on
                full_memberships.actor_id = only_actor
                and selected.actor_id = full_memberships.organisation_id
                and selected.counts_on between full_memberships.member_from and full_memberships.member_until
    )

    select
        *,
        (voice = 'own' or coalesce(list_contains(lenders, organisation_id), false))
        and (only_voices is null or list_contains(only_voices, statement_voice(kind, attribution)))
        and (not coalesce(only_un_members, false) or was_full_member(only_actor, ['UN'], counts_on)) as counts
    from spoken
    where was_full_member(only_actor, only_members_of, counts_on)
    qualify
        voice = 'own'
        or counts_on = max(counts_on) over (partition by organisation_id)
        or (counts and counts_on = max(counts_on) over (partition by organisation_id, counts));
