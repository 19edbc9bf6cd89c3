-- Was an actor a full member of one of these organisations on a day? Without an organisation everyone passes.
create or replace macro was_full_member(member, organisations, on_day) as
organisations is null
or exists (
    select 1
    from full_memberships
    where
        full_memberships.actor_id = member
        and list_contains(organisations, full_memberships.organisation_id)
        and on_day between full_memberships.member_from and full_memberships.member_until
);
