-- What can be supported or opposed? That what a roll call was on be adopted.
-- One row per roll call.
select
    call_id as issue_id,
    title,
    'What the UN ' || body || ' put to the vote ' || at_or_in || known || coalesce(' (' || symbol || ')', '')
    || ' should be adopted: ' || coalesce(rtrim(name, '. '), 'roll call ' || number) as proposition,
    'In favour' as support_label,
    'Against' as oppose_label,
    'Abstained' as neutral_label,
    'voted in favour' as support_answer,
    'voted against' as oppose_answer,
    'abstained' as neutral_answer,
    note
from told
order by issue_id
