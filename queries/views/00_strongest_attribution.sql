-- Which attribution is the strongest of a list?
create or replace macro strongest_attribution(attributions) as case
    when list_contains(attributions, 'direct') then 'direct'
    when list_contains(attributions, 'press') then 'press'
    else 'listed'
end;
