"""What does the phrase of a subject say of itself? Its office, whose that is, and what it lists."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from desk import tables
from desk.actors import Mention
from desk.reading import Sentence

POSSESSIVE = {"its", "his", "her", "their", "whose"}
_SEATED = {"ministry", "official", "government", "minister", "authority", "office", "leader", "cabinet"}
"""Offices that a place alone can name: "officials in Warsaw"; an ambassador in Warsaw is somebody else's."""
_NO_LONGER = {
    "former",
    "ex",
    "late",
    "opposition",
    "onetime",
    "exiled",
    "provincial",
    "regional",
    "deposed",
    "self-styled",
}
_ALIKE = {"like", "alongside"}
_SIGNED = {"issued", "published", "released", "sent", "signed"}
_SENT = {"ambassador", "consul", "delegate", "delegation", "diplomat", "embassy", "envoy", "mission", "representative"}
"""Offices held abroad: where they speak says nothing of whose they are."""
_QUANTITIES = {"number", "group", "dozen", "majority", "handful", "member", "bloc", "rest", "one", "two", "three"}
_NAMING = {"including", "include", "among", "as", "like"}


@dataclass(frozen=True)
class Speaker:
    """Who speaks, as written; without actors it is somebody who speaks for no actor of ours."""

    actor_ids: tuple[str, ...]
    names: tuple[str, ...]
    is_list: bool = False


NOBODY = Speaker((), ())


def office_of(token: Token) -> str:
    """Whom the holder of an office speaks for (see `tables.offices`); "" where a word names no office."""
    return tables.offices().get(token.lemma_.lower(), "") or tables.offices().get(token.lower_, "")


def before(head: Token) -> list[Token]:
    """Words of a phrase that stand before its head."""
    return [token for token in head.doc[head.left_edge.i : head.i] if not token.is_punct]


def is_indefinite(head: Token) -> bool:
    """Whether a phrase is about anybody of a kind: "a diplomat", "diplomats"."""
    words = before(head)
    is_bare = head.tag_ == "NNS" and not any(token.pos_ in {"DET", "PRON", "PROPN"} for token in words)
    return is_bare or any(token.lower_ in {"a", "an", "another", "some", "one"} for token in words[:1])


def is_voiceless(word: Token) -> bool:
    """Whether a word before an office or a name takes the state's voice from it: "former", "Bavarian", "journalist"."""
    is_regional = word.text in tables.words("regions", "region")
    return word.lower_ in _NO_LONGER or is_regional or office_of(word) == "nobody"


def is_titled(head: Token) -> bool:
    """Whether a name has a word of description before it: "the Turkish negotiator Ak"."""
    return any(token.pos_ == "NOUN" for token in before(head))


def owner(head: Token, sentence: Sentence) -> Mention | None:
    """The actor whose office it is: named before it, or after "of"; nearest first."""
    words = before(head)
    if mention := next((m for token in reversed(words) if (m := sentence.actors.get(token.i))), None):
        return mention
    is_taken = any(token.lower_ in POSSESSIVE for token in words)
    for preposition in (child for child in head.children if child.dep_ in {"prep", "agent"}):
        seated = preposition.lower_ in {"in", "at"} and head.lemma_.lower() in _SEATED and not is_taken
        if preposition.lower_ in {"of", "for", "from"} or seated:
            for token in preposition.subtree:
                if mention := sentence.actors.get(token.i):
                    return mention
    signed = (t for c in head.children if c.dep_ == "acl" and c.lower_ in _SIGNED for t in c.subtree)
    if office_of(head) == "paper" and (mention := next((m for t in signed if (m := sentence.actors.get(t.i))), None)):
        return mention
    return next((m for c in head.children if c.dep_ == "appos" and (m := sentence.actors.get(c.i))), None)


def owners(head: Token, first: Mention, sentence: Sentence) -> Speaker:
    """The actors whose officials speak together: "the foreign ministers of France and Germany"."""
    if head.tag_ not in {"NNS", "NNPS"}:
        return NOBODY
    at = next(token for token in head.subtree if sentence.actors.get(token.i) == first)
    return coordinated(at, first, sentence)


def placed(head: Token, sentence: Sentence, anywhere: bool) -> Mention | None:
    """The actor in whose town an official whom nobody owns speaks: "in Athens a spokesman called it an insult".

    Args:
        head: The head of the phrase.
        sentence: Its sentence.
        anywhere: Whether the town may stand behind the verb too, where it can be that of a visit.
    """
    if head.lemma_.lower() in _SENT:
        return None
    verb = head.head
    parts = [c for c in (*head.children, *verb.children) if c.dep_ == "prep" and c.lower_ in {"in", "at"}]
    where = [part for part in parts if anywhere or part.head == head or part.i < head.left_edge.i]
    tokens = [token for preposition in where for token in preposition.subtree]
    if verb.dep_ == "relcl" and any(child.lower_ == "where" for child in verb.children):
        tokens.append(verb.head)
    return next((m for token in tokens if (m := sentence.actors.get(token.i))), None)


def listed(head: Token, sentence: Sentence) -> Speaker | None:
    """Actors named after "including", "among" or "such as" behind a subject that only counts or gathers them."""
    if office_of(head) != "members" and head.lemma_.lower() not in _QUANTITIES and head.pos_ not in {"NUM", "ADJ"}:
        return None
    verb = head.head
    reach = (*head.subtree, *(t for c in verb.children if c.lower_ in _NAMING for t in c.subtree))
    found = [m for t in dict.fromkeys(reach) if (m := sentence.actors.get(t.i)) and _is_named_after(t)]
    unique = dict.fromkeys(found)
    ids = tuple(actor for mention in unique for actor in mention.actor_ids)
    return Speaker(ids, tuple(name for mention in unique for name in mention.names), True) if ids else None


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
    return (m for token in head.conjuncts if (m := sentence.actors.get(token.i)))


def speaking(mention: Mention, phrase: str) -> Speaker:
    """The actors of a mention, under the words of the phrase; those of a list each under the own name."""
    if mention.is_list:
        return Speaker(mention.actor_ids, mention.names, True)
    return Speaker(mention.actor_ids, (phrase,))


def phrase(head: Token) -> str:
    """The words of a subject without what hangs on behind it."""
    last = max((c.right_edge.i for c in head.children if c.dep_ == "prep" and c.i > head.i), default=head.i)
    return str(head.doc[head.left_edge.i : last + 1])
