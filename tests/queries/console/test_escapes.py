"""Nothing that a reader writes reads a file, changes anything, tells of the machine or keeps others from an answer.

The list runs on every upgrade of DuckDB. What a new version lets out shows here, or belongs into the list.
"""

from contextlib import suppress
from pathlib import Path

import pytest

from queries import console

FILES = [
    "select * from read_csv('/etc/passwd')",
    "select * from read_csv_auto('/etc/passwd')",
    "select * from read_text('/etc/passwd')",
    "select * from read_blob('/proc/self/environ')",
    "select * from read_parquet('data/parquet/actors.parquet')",
    "select * from parquet_scan('*.parquet')",
    "select * from parquet_metadata('*.parquet')",
    "select * from parquet_schema('*.parquet')",
    "select * from read_json('/etc/hostname')",
    "select * from read_ndjson_objects('/etc/hostname')",
    "select * from sniff_csv('/etc/passwd')",
    "select * from glob('/*')",
    "select * from '/etc/passwd'",
    "select * from 'collection.duckdb'",
    "select * from 'x.parquet'",
    'select * from "/etc/passwd.csv"',
    "from '*.csv'",
    "select * from 'http://192.0.2.1/x.parquet'",
    "select * from read_parquet('s3://bucket/x.parquet')",
    "select * from read_csv('https://192.0.2.1/x.csv')",
    "select (select content from read_text('/etc/passwd'))",
    "with f as (from read_text('/etc/hostname')) select * from f",
    "select * from statements, lateral (select * from read_text('/etc/hostname'))",
    "select * from statements where summary in (select content from read_text('/etc/hostname'))",
    "select * from query('select * from read_text(''/etc/passwd'')')",
    "select * from query_table('/etc/passwd')",
    "select * from query_table(['statements', '/etc/passwd'])",
    "from json_execute_serialized_sql(json_serialize_sql('select * from read_text(''/etc/passwd'')'))",
    "select /* '*/ * from read_text('/etc/passwd') --'",
    "SELECT\u00a0* FROM\u2003read_text('/etc/passwd')",
    "select * from Read_Text('/etc/passwd')",
    "select * from main.read_text('/etc/passwd')",
    "select * from system.main.read_text('/etc/passwd')",
    "select * from ｒead_text('/etc/passwd')",
    "describe select * from read_text('/etc/passwd')",
    "summarize '/etc/passwd'",
    "select * from read_duckdb('collection.duckdb')",
]
CHANGES = [
    "create table a as select 1",
    "create temp table a as select 1",
    "create or replace view statements as select 1",
    "create macro f(x) as x",
    "create temp macro f() as table select * from read_text('/etc/passwd')",
    "create secret s (type s3, key_id 'a', secret 'b')",
    "create type t as enum ('a')",
    "create sequence s",
    "insert into statements select * from statements",
    "update statements set stance = 'support'",
    "delete from statements",
    "drop table statements",
    "alter table statements add column x int",
    "truncate statements",
    "with d as (delete from statements returning *) select * from d",
    "with i as (insert into actors (actor_id) values ('X') returning *) select * from i",
    "merge into actors using actors as a on false when not matched then insert default values",
    "copy statements to '/tmp/x.csv'",
    "copy (select 1) to '/tmp/x.parquet'",
    "copy statements from '/etc/passwd'",
    "export database '/tmp/x'",
    "import database '/tmp/x'",
    "attach '/tmp/x.duckdb' as x",
    "attach ':memory:' as x",
    "detach collection",
    "use system",
    "install httpfs",
    "load httpfs",
    "force install spatial from community",
    "set memory_limit = '100GB'",
    "set enable_external_access = true",
    "set lock_configuration = false",
    "reset memory_limit",
    "pragma memory_limit = '100GB'",
    "pragma database_list",
    "call pragma_database_list()",
    "checkpoint",
    "vacuum",
    "analyze",
    "begin transaction",
    "prepare p as select 1",
    "execute p",
    "deallocate p",
    "explain analyze select * from range(1000000000)",
    "comment on table statements is 'x'",
    "select 1; drop table statements",
    "select 1;;select 2",
    "select 1; -- \n drop table statements",
    "/* select */ drop table statements",
    "set variable x = 1",
]
TELLS = [
    "select * from duckdb_settings()",
    "select * from duckdb_databases()",
    "select * from duckdb_databases",
    "select * from duckdb_secrets()",
    "select * from duckdb_extensions()",
    "select * from duckdb_logs",
    "select * from duckdb_memory()",
    "select * from duckdb_temporary_files()",
    "select * from pragma_database_list",
    "select * from pragma_database_list()",
    "select * from pragma_user_agent()",
    "select current_setting('home_directory')",
    "select current_setting('temp_directory')",
    "select getenv('HOME')",
    "select json_serialize_plan('select current_setting(''home_directory'')', optimize := true)",
    "select json_serialize_plan('from duckdb_settings()')",
    "select * from which_secret('s3://x', 's3')",
    "select * from pg_catalog.pg_settings",
    "select * from os",
    "select * from queries",
    "select * from connection",
    "select * from limits",
    "select * from rows",
    "select * from arrow_scan(1, 2, 3)",
    "select * from pandas_scan(1)",
    "select * from python_map_function(1)",
    "select * from seq_scan('statements')",
    "select * from test_all_types()",
    "select * from sql_auto_complete('sel')",
]
BURNS = [
    "with recursive a as (select 1 as x union all select x + 1 from a) select count(*) from a",
    "with recursive a as (select 'x' as x union all select x || x from a) select max(length(x)) from a",
    "select count(*) from statements a, statements b, statements c, statements d, statements e",
    "select count(*) from range(100000000000)",
    "select sum(a.range * b.range) from range(10000000) a, range(10000000) b",
    "select * from range(1000000000) order by hash(range)",
    "select list(range) from range(1000000000)",
    "select repeat('x', 2000000000)",
    "select repeat(repeat('x', 1000000), 1000000)",
    "select lpad('x', 2000000000, 'y')",
    "select repeat('x', 3000000) from range(100)",
    "select string_agg(repeat('x', 1000000), '') from range(10000)",
    "select range(1000000000)",
    "select list_transform(range(100000000), x -> repeat('y', 100))",
    "select unnest(range(1000000000))",
    "select regexp_replace(repeat('ab', 5000000), '((a|b)*)*c', '', 'g')",
    "select regexp_matches(repeat('a', 3000000), '(a{1,900}){1,900}b')",
    "select levenshtein(repeat('a', 100000), repeat('b', 100000))",
    "select jaro_winkler_similarity(repeat('a', 300000), repeat('b', 300000))",
    "select histogram(hash(range)) from range(100000000)",
    "select count(distinct range) from range(1000000000)",
    "select mode(range) from range(1000000000)",
    "select bitstring_agg(range) from range(100000000)",
    "select * from generate_series(timestamp '0001-01-01', timestamp '9999-01-01', interval 1 second)",
    "select " + "(" * 9_000 + "1" + ")" * 9_000,
    "select " + "not " * 4_900 + "true",
    "select " + " + ".join(["1"] * 9_000),
    "select " + "[" * 9_000 + "]" * 9_000,
    "select * from " + "(select * from " * 1_000 + "statements" + ")" * 1_000,
    "select '" + "\u202e\U000e0001" * 4_000 + "'",
    "select " + "case when true then " * 900 + "1" + " end" * 900,
    " union all ".join(["select 1"] * 1_500),
    "with " + ", ".join(f"a{n} as (select * from a{n - 1}, a{n - 1} b)" for n in range(1, 60)).replace("a0", "actors")
    + " select count(*) from a59",
]  # fmt: skip


@pytest.mark.parametrize("sql", [*FILES, *CHANGES, *TELLS], ids=range(len(FILES) + len(CHANGES) + len(TELLS)))
def test_what_leads_elsewhere_is_refused_in_a_sentence(ask, sql):
    with pytest.raises(console.Refused) as refused:
        ask(sql)
    told = str(refused.value)
    assert told
    assert len(told) <= 700
    assert not any(word in told for word in ("Traceback", "root:", str(Path.cwd()), "site-packages"))


@pytest.mark.parametrize("sql", BURNS, ids=range(len(BURNS)))
def test_what_burns_time_or_memory_has_an_end(ask, workers, sql):
    answer = None
    with suppress(console.Refused):
        answer = ask(sql)
    if answer is not None:
        assert answer.rows.num_rows <= workers.limits.rows
        assert answer.rows.nbytes <= workers.limits.megabytes * 2**20
        assert answer.seconds < 5
    assert ask("select count(*) from actors").rows[0][0].as_py() > 200


def test_there_are_enough_of_them():
    assert len({*FILES, *CHANGES, *TELLS, *BURNS}) >= 140
