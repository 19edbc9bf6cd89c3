-- Who was a full member of what, and when? Partners, observers and co-chairs borrow no voice.
-- One row per spell; a spell without a known first day is left out, an open one ends in the far future.
create or replace view full_memberships as
select
    actor_id,
    organisation_id,
    member_from,
    coalesce(member_until, date '9999-12-31') as member_until
from memberships
where is_full and member_from is not null;
