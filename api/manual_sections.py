"""What the page at /api says of each table: an address to copy, its forms, its parameters and its columns."""

import re
from collections.abc import Iterable
from html import escape
from typing import Any
from urllib.parse import urlencode

import exports

Said = dict[str, Any]

# Parameters of the example of each table: enough to show how it is done, and rows to show.
EXAMPLES = {
    "statements": ("issue", "stance"),
    "positions": ("issue", "as_of"),
    "events": ("from", "to"),
    "actors": ("stance",),
    "sources": ("actor",),
    "evidence": ("attribution",),
    "search": ("q",),
    "reactions": ("event",),
    "corrections": (),
}


def section(document: Said, table: str, api: str) -> str:
    """Write what there is to say of one table.

    Args:
        document: The OpenAPI document.
        table: A key of `exports.TABLES`.
        api: Address of the API, without a slash at its end.
    """
    parameters = document["components"]["parameters"]
    taken = [
        parameters[each["$ref"].rpartition("/")[2]] for each in document["paths"][f"/{table}"]["get"]["parameters"]
    ]
    columns = document["components"]["schemas"][f"{table}_row"]["properties"]
    shown = urlencode({each["name"]: _example(each) for each in taken if each["name"] in EXAMPLES[table]})
    query = shown and f"?{shown}"
    forms = [path for path in document["paths"] if path.startswith(f"/{table}.")]
    return f"""<section>
<h2 id="{table}">{escape(exports.TABLES[table].title)}</h2>
{address(f"{api}/{table}{query}")}
<p>The same rows, all of them, as a file:</p>
<ul class="forms">
{"".join(_form(api, path, query) for path in forms)}
</ul>
{_listed("Parameters", ("Parameter", "What it says", "For example"), map(_parameter, taken))}
{_listed("Columns", ("Column", "Type", "What it holds"), map(_column, columns, columns.values()))}
</section>"""


def address(url: str) -> str:
    """Write an address to copy, and a link to it."""
    return f'<p class="address"><code>{escape(url)}</code> <a href="{escape(url)}">Open{_of(url)}</a></p>\n'


def _of(url: str) -> str:
    return f" {escape(url.partition('/api/')[2].partition('?')[0])}"


def _form(api: str, path: str, query: str) -> str:
    return f'<li><a href="{escape(api + path + query)}">{escape(path[1:])}</a></li>\n'


def _listed(title: str, heads: Iterable[str], rows: Iterable[tuple[str, ...]]) -> str:
    head = "".join(f'<th scope="col">{each}</th>' for each in heads)
    lines = "\n".join(map(_row, rows))
    return f"""<details>
<summary>{title}</summary>
<table>
<thead><tr>{head}</tr></thead>
<tbody>
{lines}
</tbody>
</table>
</details>"""


def _row(texts: tuple[str, ...]) -> str:
    name, *rest = (re.sub("`(.+?)`", r"<code>\1</code>", escape(text)) for text in texts)
    return f'<tr><th scope="row"><code>{name}</code></th>{"".join(f"<td>{text}</td>" for text in rest)}</tr>'


def _parameter(said: Said) -> tuple[str, str, str]:
    description, schema = said["description"], said["schema"]
    values = [f"`{value}`" for value in schema.get("items", schema).get("enum", [])]
    is_told = all(value in description for value in values)
    told = [
        description,
        "Needed." if said["required"] else "",
        "" if is_told else f"One of {', '.join(values)}.",
        "May be given several times." if "items" in schema else "",
    ]
    return said["name"], " ".join(filter(None, told)), _example(said)


def _column(name: str, said: Said) -> tuple[str, str, str]:
    kind = said["type"][0]
    inner = said.get("items", said)
    return name, f"list of {inner['type']}" if kind == "array" else inner.get("format", kind), said["description"]


def _example(said: Said) -> str:
    example = said["example"]
    return str(example[0] if isinstance(example, list) else example)
