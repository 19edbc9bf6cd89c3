"""What does the phrase of a subject say of itself? Its office, whose that is, and what it lists."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from desk.actors import Mention
from desk.offices import office_of, owner
from desk.reading import Sentence

_ALIKE = {"like", "alongside"}
_QUANTITIES = {"number", "group", "dozen", "majority", "handful", "member", "bloc", "rest", "one", "two", "three"}
_NAMING = {"including", "include", "among", "as", "like"}


@dataclass(frozen=True)
class Speaker:
    """Who speaks, as written; without actors it is somebody who speaks for no actor of ours."""

    actor_ids: tuple[str, ...]
    names: tuple[str, ...]
    is_list: bool = False


NOBODY = Speaker((), ())


def owners(head: Token, first: Mention, sentence: Sentence) -> Speaker:
    """The actors whose officials speak together: "the foreign ministers of France and Germany"."""
    if head.tag_ not in {"NNS", "NNPS"}:
        return NOBODY
    at = next(token for token in head.subtree if sentence.actors.get(token.i) == first)
    return coordinated(at, first, sentence)


def listed(head: Token, sentence: Sentence) -> Speaker | None:
    """Actors named after "including", "among" or "such as" behind a subject that only counts or gathers them."""
    if (
        office_of(head) != "members"
        and head.lower_ != "those"
        and head.lemma_.lower() not in _QUANTITIES
        and head.pos_ not in {"NUM", "ADJ"}
    ):
        return None
    if several := among(head):
        kept = (token for token in several.subtree if token.i not in _inside(head))
        named = dict.fromkeys(mention for token in kept if (mention := sentence.actors.get(token.i)))
        return _as_list(named) if named else None
    verb = head.head
    reach = (*head.subtree, *(t for c in verb.children if c.lower_ in _NAMING for t in c.subtree))
    found = [m for t in dict.fromkeys(reach) if (m := sentence.actors.get(t.i)) and _is_named_after(t)]
    return _as_list(dict.fromkeys(found)) if found else None


def among(head: Token) -> Token | None:
    """The verb of "France and Italy were among those that abstained", whatever comes first; None of other phrases."""
    is_among = head.dep_ == "pobj" and head.head.lower_ == "among" and head.head.head.lemma_ == "be"
    return head.head.head if is_among else None


def _inside(head: Token) -> set[int]:
    return {token.i for token in head.subtree}


def _as_list(mentions: Iterable[Mention]) -> Speaker:
    ids = tuple(actor for mention in mentions for actor in mention.actor_ids)
    return Speaker(ids, tuple(name for mention in mentions for name in mention.names), True)


def _is_named_after(token: Token) -> bool:
    return any(ancestor.lower_ in _NAMING for ancestor in token.ancestors)


def coordinated(head: Token, mention: Mention, sentence: Sentence) -> Speaker:
    """An actor with those that "and" joins to it."""
    alike = (m for c in head.children if c.lower_ in _ALIKE for t in c.children if (m := sentence.actors.get(t.i)))
    all_named = dict.fromkeys([mention, *_conjuncts(head, sentence), *alike])
    ids = tuple(dict.fromkeys(actor for one in all_named for actor in one.actor_ids))
    names = tuple(dict(zip((a for m in all_named for a in m.actor_ids), _names(all_named), strict=True)).values())
    return Speaker(ids, names, len(ids) > 2 or mention.is_list)


def _names(all_named: Iterable[Mention]) -> Iterator[str]:
    return (name for mention in all_named for name in mention.names)


def _conjuncts(head: Token, sentence: Sentence) -> Iterator[Mention]:
    for token in head.conjuncts:
        office = office_of(token) == "state" and token.tag_ in {"NN", "NNP"}
        if mention := sentence.actors.get(token.i) or (owner(token, sentence) if office else None):
            yield mention


def speaking(mention: Mention, phrase: str) -> Speaker:
    """The actors of a mention, under the words of the phrase; those of a list each under the own name."""
    if mention.is_list:
        return Speaker(mention.actor_ids, mention.names, True)
    return Speaker(mention.actor_ids, (phrase,))


def phrase(head: Token) -> str:
    """The words of a subject without what hangs on behind it."""
    last = max((c.right_edge.i for c in head.children if c.dep_ == "prep" and c.i > head.i), default=head.i)
    return str(head.doc[head.left_edge.i : last + 1])
