"""How is it told what became of the quotes?"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from data.problems import shown
from data.reanchor.checking import Records, Verdict
from data.reanchor.redline import redline
from data.reanchor.verdicts import AMBIGUOUS, BROKEN, RE_ANCHORED, VERIFIED

TO_DO = {
    BROKEN: "quote the words that stand there now, or keep the text that is held",
    AMBIGUOUS: "compare the two texts and quote the passage with more of what surrounds it",
}


def lines(records: Records, newer: Mapping[str, str], verdicts: Sequence[Verdict]) -> Iterator[str]:
    """Tell of every passage that does not stand where it stood, in a sentence each, and count the others.

    Args:
        records: What is quoted.
        newer: Newer texts by source id.
        verdicts: What became of the quotes.
    """
    passages: dict[tuple[str, int, int], list[Verdict]] = {}
    for verdict in verdicts:
        passages.setdefault(verdict.quoted[1:], []).append(verdict)
    for found in passages.values():
        if found[0].finding.verdict != VERIFIED:
            rows = [verdict.quoted.row.number for verdict in found]
            others = f" (and in {', '.join(map(str, rows[1:]))})" if rows[1:] else ""
            text = newer[found[0].quoted.source_id]
            yield f"{records.evidence.file}:{rows[0]}{others}: {_sentence(found[0], text)}"
    yield _summary(verdicts)
    unchecked = [quoted.source_id for quoted in records.quotes if quoted.source_id not in newer]
    if unchecked:
        yield f"{_count(len(unchecked), 'quote')} not checked: no newer text of {_count(len({*unchecked}), 'source')}."


def _sentence(verdict: Verdict, text: str) -> str:
    kind, start, end, why = verdict.finding
    cells = verdict.quoted.row.cells
    exact = shown(cells["exact"])
    if kind == RE_ANCHORED:
        return f"{kind}: exact {exact} moved from character {verdict.quoted.start:,} to {start:,}"
    told = f"{kind}: exact {exact} {why} in the newer text of {cells['source_id']}; {TO_DO[kind]}"
    return f"{told}\n    {redline(cells['exact'], text[start:end])}" if kind == BROKEN else told


def _summary(verdicts: Sequence[Verdict]) -> str:
    counts = Counter(verdict.finding.verdict for verdict in verdicts)
    sources = len({verdict.quoted.source_id for verdict in verdicts})
    told = ", ".join(f"{counts[kind]:,} {kind}" for kind in (VERIFIED, RE_ANCHORED, BROKEN, AMBIGUOUS))
    return f"{_count(len(verdicts), 'quote')} of {_count(sources, 'source')}: {told}."


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'s' * (number != 1)}"
