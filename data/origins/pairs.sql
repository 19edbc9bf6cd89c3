-- Which texts are nearly the same?
-- One row per pair, the smaller text first. Reads wording (number, run); docs/method.md#independence-of-sources
with sizes as (
    select
        number,
        count(*) as count_runs
    from wording
    group by number
),

-- Most runs of words occur in one text only; what is left is small, even of a large collection.
repeated as (
    select run
    from wording
    group by run
    having count(*) > 1
),

shared as materialized (
    select
        wording.number,
        wording.run
    from wording
    inner join repeated on wording.run = repeated.run
),

-- Under either rule below, the smaller text of a pair has at least two thirds of its runs from elsewhere.
repeating as (
    select
        shared.number,
        sizes.count_runs
    from shared
    inner join sizes on shared.number = sizes.number
    group by shared.number, sizes.count_runs
    having 3 * count(*) >= 2 * sizes.count_runs
)

select
    repeating.number,
    larger.number as larger_number
from repeating
inner join shared on repeating.number = shared.number
inner join shared as larger on shared.run = larger.run
inner join sizes on larger.number = sizes.number
where
    (repeating.count_runs, repeating.number) < (sizes.count_runs, larger.number)
    and sizes.count_runs <= 3 * repeating.count_runs
group by repeating.number, larger.number, repeating.count_runs, sizes.count_runs
having
    -- half of all the runs that either has are in both (Jaccard index)
    3 * count(*) >= repeating.count_runs + sizes.count_runs
    -- or one is the other cut short: four fifths of it stand there, and it is no mere quotation
    or (5 * count(*) >= 4 * repeating.count_runs and repeating.count_runs >= 50)
