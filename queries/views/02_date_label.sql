-- How does a reader write a date, no more exactly than it is known? 15 April 2020, April 2020, 2020.
create or replace macro date_label(day, known_by) as case known_by
    when 'year' then strftime(day, '%Y')
    when 'month' then strftime(day, '%B %Y')
    else strftime(day, '%-d %B %Y')
end;
