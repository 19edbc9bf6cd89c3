-- Which attribution is the strongest of a group? None where nothing of the group has one.
create or replace macro strongest_attribution(each_attribution) as
arg_min(each_attribution, array_position(['direct', 'press', 'listed'], each_attribution));
