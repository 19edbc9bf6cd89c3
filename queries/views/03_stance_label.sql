-- How does an issue call a stance? In its own words for each.
create or replace macro stance_label(stance, support_label, oppose_label, neutral_label) as case stance
    when 'support' then support_label
    when 'oppose' then oppose_label
    else neutral_label
end;
