-- Where do an actor's words and its vote in a roll call differ?
-- One row per actor with a vote and words of its own in the range; rule: docs/method.md#words-and-votes
-- parameters
--   $since                date
--   $until                date
--   $issue_id             varchar     the issue of the roll call, or that of the words; null = every one
--   $actors               varchar[]   null = every actor
-- columns
--   actor_id              varchar     id of the actor, see the table of actors
--   actor_name            varchar     short name of the actor
--   actor_kind            varchar     state, organisation, body, de facto authority, ...
--   vote_issue_id         varchar     the issue of the roll call
--   vote_stance           varchar     support | oppose | neutral; of several votes the latest
--   vote_label            varchar     the issue's own word for it
--   vote_statement_id     varchar
--   vote_date_label       varchar
--   words_issue_id        varchar     the issue on which the actor used words
--   words_stance          varchar     support | oppose | neutral | contested
--   words_label           varchar     the issue's own word for it; null where contested
--   words_statement_ids   varchar[]   the latest own statements on it
--   words_date_label      varchar
--   differ                boolean     whether the stances differ
with compared as (
    from issues
    where words_issue_id is not null and ($issue_id is null or $issue_id::varchar in (issue_id, words_issue_id))
),

own as (
    select
        taken.*,
        statement_rows.date_label,
        statement_rows.stance_label
    from
        selected_statements($since::date, $until::date, null, $actors::varchar[], null, null, null, null, null) as taken
    inner join statement_rows using (statement_id)
    where taken.issue_id in (select unnest([compared.issue_id, compared.words_issue_id]) from compared)
),

votes as (
    from own
    where kind = 'vote'
    qualify row_number() over (partition by actor_id, issue_id order by counts_on desc, statement_id desc) = 1
),

latest_words as (
    from own
    where kind <> 'vote'
    qualify counts_on = max(counts_on) over (partition by actor_id, issue_id)
),

words as (
    select
        actor_id,
        issue_id,
        case when count(distinct stance) > 1 then 'contested' else min(stance) end as stance,
        case when count(distinct stance) = 1 then min(stance_label) end as stance_label,
        list(statement_id order by statement_id) as statement_ids,
        arg_max(date_label, statement_id) as date_label
    from latest_words
    group by actor_id, issue_id
)

select
    votes.actor_id,
    actors.short_name as actor_name,
    actors.kind as actor_kind,
    votes.issue_id as vote_issue_id,
    votes.stance as vote_stance,
    votes.stance_label as vote_label,
    votes.statement_id as vote_statement_id,
    votes.date_label as vote_date_label,
    words.issue_id as words_issue_id,
    words.stance as words_stance,
    words.stance_label as words_label,
    words.statement_ids as words_statement_ids,
    words.date_label as words_date_label,
    votes.stance <> words.stance as differ
from votes
inner join compared using (issue_id)
inner join words on votes.actor_id = words.actor_id and compared.words_issue_id = words.issue_id
inner join actors on votes.actor_id = actors.actor_id
order by differ desc, votes.actor_id asc, votes.issue_id asc
