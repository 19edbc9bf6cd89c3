-- What does each statement rest on?
-- One row per passage of a source; start and end count Unicode characters of the held text.
select
    recorded_evidence.statement_id,
    recorded_evidence.source_id,
    recorded_evidence.attribution,
    recorded_evidence.locator,
    recorded_evidence.exact,
    recorded_evidence.prefix,
    recorded_evidence.suffix,
    quote_positions.start::integer as start,  -- noqa: RF04
    quote_positions."end"::integer as "end"
from recorded_evidence
left join quote_positions
    on
        recorded_evidence.statement_id = quote_positions.statement_id
        and recorded_evidence.source_id = quote_positions.source_id
        and recorded_evidence.exact = quote_positions.exact
order by recorded_evidence.statement_id, recorded_evidence.source_id, recorded_evidence.exact nulls first
