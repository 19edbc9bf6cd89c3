-- What becomes of each row of an export: a statement, or why is it none?
-- One row per row of cells. A fault says why a row cannot be read, a reason why it is read and makes no statement; a
-- statement has neither. Reads cells (see rows.py), states, state_names, regions and cameo (see rules.py).
with told as (
    select
        *,
        concat(group_1, group_2, group_3, group_4) as group_codes,
        concat(target_group_1, target_group_2, target_group_3, target_group_4) as target_group_codes,
        concat(role_1, role_2, role_3) as role_codes,
        concat(target_role_1, target_role_2, target_role_3) as target_role_codes,
        try_strptime(event_day, '%Y%m%d')::date as happened_on,
        try_strptime(left(added, 8), '%Y%m%d')::date as added_on,
        -- 14 is the family of protests, whose codes are not told apart
        case when code like '14%' then '14' else code end as rule_code
    from cells
)

select
    told.row,
    try_cast(told.event_id as bigint) as event_id,
    told.happened_on,
    states.actor_id,
    target_states.actor_id as target_id,
    told.code,
    told.added_on,
    told.url,
    case
        when not regexp_full_match(told.event_id, '[0-9]{1,18}') then 'has no number as GlobalEventID'
        when not regexp_full_match(told.quad_class, '[1-4]') then 'has no QuadClass from 1 to 4'
        when told.happened_on is null or not regexp_full_match(told.event_day, '(19|20)[0-9]{6}')
            then 'has no day as SQLDATE'
        when told.added_on is null or not regexp_full_match(told.added, '(19|20)[0-9]{6}([0-9]{6})?')
            then 'has no time as DATEADDED'
        when length(told.url) > 2000 then 'has a SOURCEURL of more than 2,000 characters'
    end as fault,
    case
        when told.quad_class in ('2', '4') then 'it is an act and no words (QuadClass 2 or 4)'
        when cameo.code is null or cameo.quad_class != told.quad_class
            then 'its CAMEO code is none of words (cameo.csv)'
        when cameo.stance is null then 'it is a protest or another act that is classed with words (cameo.csv)'
        when told.country = '' then 'the actor has no country'
        when region.code is not null then 'the actor is a region or a place (codes.csv)'
        when states.actor_id is null then 'the country code of the actor is of no state on record'
        when told.group_codes != '' then 'the actor is an organisation, an ethnic or a religious group'
        when told.role_codes not in ('', 'GOV') then 'the actor has a role other than government, such as army or press'
        when state_names.actor_id is null then 'the actor is not named as the state, but as a city, a person or a body'
        when told.target_country = '' then 'the target has no country'
        when target_region.code is not null then 'the target is a region or a place (codes.csv)'
        when target_states.actor_id is null then 'the country code of the target is of no state on record'
        when target_states.actor_id = states.actor_id then 'the actor and the target are the same state'
        when told.target_group_codes != '' then 'the target is an organisation, an ethnic or a religious group'
        when told.target_role_codes not in ('', 'GOV')
            then 'the target has a role other than government, such as army or press'
        when target_names.actor_id is null
            then 'the target is not named as the state, but as a city, a person or a body'
        when told.url = '' then 'there is no source'
        when
            not regexp_full_match(
                told.url,
                '(?i)https?://([a-z0-9_]([a-z0-9_-]*[a-z0-9_])?\.)+[a-z][a-z0-9-]*[a-z0-9](:[1-9][0-9]{1,4})?'
                || '([/?#][^\s\p{C}\p{Z}<>"]*)?'
            )
            then 'the source is no address that a browser could open'
    end as reason
from told
left join cameo on told.rule_code = cameo.code
left join regions as region on told.country = region.code
left join regions as target_region on told.target_country = target_region.code
left join states on told.country = states.code
left join states as target_states on told.target_country = target_states.code
left join state_names on states.actor_id = state_names.actor_id and folded(told.name) = state_names.name
left join state_names as target_names
    on target_states.actor_id = target_names.actor_id and folded(told.target_name) = target_names.name
