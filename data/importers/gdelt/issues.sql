-- Of which states was something said, and how is that read?
-- One row per state. Reads events (see distinct_events.sql), cameo and called (see rules.py).
with towards as (
    select distinct
        events.target_id,
        called.name
    from events
    inner join called on events.target_id = called.actor_id
),

codes as (
    select
        string_agg(code, ', ' order by code) filter (where stance = 'support') as for_codes,
        string_agg(code, ', ' order by code) filter (where stance = 'oppose') as against_codes,
        string_agg(code, ', ' order by code) filter (where stance = 'neutral') as other_codes
    from cameo
    where length(code) = 3
)

select
    'stance-towards-' || lower(towards.target_id) as issue_id,
    'Stance towards ' || towards.name as title,
    'One should work with ' || towards.name as proposition,
    'Cooperative words' as support_label,
    'Confrontational words' as oppose_label,
    'No side taken' as neutral_label,
    'praised ' || towards.name || ', agreed with it or offered cooperation' as support_answer,
    'criticised, rejected or threatened ' || towards.name || ' or made demands of it' as oppose_answer,
    'spoke of ' || towards.name || ' or met it without taking a side' as neutral_answer,
    'Read by machine from news articles, by CAMEO code, longer codes with the first three digits: support '
    || codes.for_codes || '; oppose ' || codes.against_codes || '; neither ' || codes.other_codes
    || '. Demands of cooperation, aid or talks are read as taking no side.' as note
from towards
cross join codes
