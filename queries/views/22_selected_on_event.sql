-- Which statements are in the reader's view that react to an event? With none named it is the whole view.
-- One row per statement, as in selected_statements.
create or replace macro selected_on_event(
    since,
    until,
    only_issue,
    only_actors,
    only_members_of,
    only_stances,
    only_kinds,
    only_attributions,
    only_source,
    only_event
) as table
    select * from
        selected_statements(
            since,
            until,
            only_issue,
            only_actors,
            only_members_of,
            only_stances,
            only_kinds,
            only_attributions,
            only_source
        )
    where only_event is null or event_id = only_event;
