-- In which voice is a statement made? A vote is the state's own act, although its record, the roll call, is a list.
create or replace macro statement_voice(kind, attribution) as case
    when kind = 'vote' then 'vote'
    when attribution = 'listed' then 'list'
    else 'statement'
end;
