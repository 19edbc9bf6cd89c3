-- Who was a full member of which organisation, on which days?
-- One row per spell of membership. A partial date never claims too much: the spell starts on the last
-- day that the date allows and ends on the first. Without a date of joining it never counts.
select
    actor_id,
    organisation_id,
    role,
    joined,
    "left",
    note,
    role in ('member', 'elected member') as is_full,
    case length(joined)
        when 4 then make_date(joined::bigint, 12, 31)
        when 7 then last_day((joined || '-01')::date)
        else joined::date
    end as member_from,
    case length("left")
        when 4 then make_date("left"::bigint, 1, 1)
        when 7 then ("left" || '-01')::date
        else "left"::date
    end as member_until
from recorded_memberships
order by actor_id, organisation_id, joined nulls first
