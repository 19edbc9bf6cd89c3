-- What does each vote rest on?
-- One row per vote that was cast. A roll call is a list made by the organisation, not the voter's own publication.
select
    statement_id,
    call_id as source_id,
    'listed' as attribution,
    locator
from filed
order by statement_id
