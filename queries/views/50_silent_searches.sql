-- For whom was an issue searched without result in the range, when last, and where?
-- One row per actor. A search for an event counts for each issue on which there are statements on that event.
create or replace macro silent_searches(since, until, only_issue) as table
    select
        coverage.actor_id,
        max(coverage.searched_on) as searched_on,
        -- of the latest day, first by name
        arg_min(
            coverage.sources_searched,
            (datediff('day', coverage.searched_on, date '9999-12-31'), coverage.sources_searched)
        ) as sources_searched
    from coverage
    left join events using (event_id)
    where
        coverage.found = 'no'
        and (
            coverage.issue_id = only_issue
            or (
                coverage.issue_id is null
                and coverage.event_id in (
                    select said.event_id
                    from statements_by_issue as said
                    where said.issue_id = only_issue
                )
            )
        )
        and (until is null or coalesce(events.start_date, until) <= until)
        and (since is null or coalesce(events.end_date, events.start_date, since) >= since)
    group by coverage.actor_id;
