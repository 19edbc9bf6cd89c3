-- Who was called to vote on an issue in the range and holds no vote in the complete roll call?
-- One row per actor: the latest such roll call. Rule: docs/method.md#silence
create or replace macro missed_votes(since, until, only_issue) as table
    select
        full_memberships.actor_id,
        arg_max(events.event_id, (events.start_date, events.event_id)) as missed_event_id
    from events
    inner join full_memberships
        on
            events.roll_call_of = full_memberships.organisation_id
            and events.start_date between full_memberships.member_from and full_memberships.member_until
    where
        (since is null or events.start_date >= since)
        and (until is null or events.start_date <= until)
        and exists (
            from statements_by_issue as votes
            where votes.event_id = events.event_id and votes.issue_id = only_issue and votes.kind = 'vote'
        )
        and not exists (
            from statements_by_issue as votes
            where
                votes.event_id = events.event_id
                and votes.issue_id = only_issue
                and votes.kind = 'vote'
                and votes.actor_id = full_memberships.actor_id
        )
    group by full_memberships.actor_id;
