-- In whose voice has an actor been heard on each issue: its own words, votes, others' lists, organisations?
-- One row per issue, voice and organisation; what an organisation said counts for its full members of that day. By
-- issue title, then voice, then organisation.
-- parameters
--   $actor_id             varchar
-- columns
--   issue_id              varchar
--   issue_title           varchar   name of the issue
--   voice                 varchar   statement | vote | list (only mentioned in somebody else's list) | borrowed
--   organisation_id       varchar   who lends its voice; null for the actor's own
--   organisation_name     varchar   short name of the organisation
--   count_support         bigint
--   count_oppose          bigint
--   count_neutral         bigint
--   first_date            date      day from which the first of them counts
--   last_date             date      day from which the latest of them counts
with heard as (
    select
        issue_id,
        statement_voice(kind, attribution) as voice,
        null::varchar as organisation_id,
        stance,
        counts_on
    from selected_statements(null, null, null, [$actor_id], null, null, null, null, null)
    union all by name
    select
        statements.issue_id,
        'borrowed' as voice,
        statements.actor_id as organisation_id,
        statements.stance,
        statements.counts_on
    from statements
    where
        exists (
            select 1
            from full_memberships
            where
                full_memberships.actor_id = $actor_id
                and full_memberships.organisation_id = statements.actor_id
                and statements.counts_on between full_memberships.member_from and full_memberships.member_until
        )
)

select
    heard.issue_id,
    issues.title as issue_title,
    heard.voice,
    heard.organisation_id,
    actors.short_name as organisation_name,
    count(*) filter (where heard.stance = 'support') as count_support,
    count(*) filter (where heard.stance = 'oppose') as count_oppose,
    count(*) filter (where heard.stance = 'neutral') as count_neutral,
    min(heard.counts_on) as first_date,
    max(heard.counts_on) as last_date
from heard
inner join issues using (issue_id)
left join actors on heard.organisation_id = actors.actor_id
group by all
order by issue_title, heard.issue_id, heard.voice, organisation_name, heard.organisation_id
