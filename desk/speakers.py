"""For whom does a phrase speak? "The Turkish foreign minister", "its ambassador in Baku", "the ministry", "she"."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from desk import tables
from desk.actors import Mention
from desk.reading import Sentence

_PRONOUNS = {"he", "she", "it", "they"}
_POSSESSIVE = {"its", "his", "her", "their", "whose"}
_SEATED = {"ministry", "official", "government", "minister", "authority", "office", "leader", "cabinet"}
"""Offices that a place alone can name: "officials in Warsaw"; an ambassador in Warsaw is somebody else's."""
_UNNAMED = {"spokesman", "spokeswoman", "spokesperson", "statement"}
"""Offices that "a" introduces without saying whose: those of who spoke before. "A diplomat" can be anybody's."""
_QUANTITIES = {"number", "group", "dozen", "majority", "handful", "member", "bloc", "rest", "one", "two", "three"}
_RELATIVE = {"who", "which", "that", "all", "both", "each"}
_NO_LONGER = {"former", "ex", "late", "opposition", "onetime"}
_NAMING = {"including", "include", "among", "as", "like"}


@dataclass(frozen=True)
class Speaker:
    """Who speaks, as written; without actors it is somebody who speaks for no actor of ours."""

    actor_ids: tuple[str, ...]
    names: tuple[str, ...]
    is_list: bool = False


NOBODY = Speaker((), ())


@dataclass
class Memory:
    """Who has spoken so far: what pronouns, offices and surnames further down refer to."""

    place: str
    last: Speaker = NOBODY
    persons: dict[str, Speaker] = field(default_factory=dict)
    offices: dict[str, Speaker] = field(default_factory=dict)

    def speaker(self, head: Token, sentence: Sentence) -> Speaker:
        """Resolve the head of a subject; `NOBODY` where it speaks for no actor."""
        found = self._resolved(head, sentence)
        for person in (head, *(child for child in head.children if child.dep_ == "appos")):
            if person.pos_ == "PROPN" and person.i not in sentence.actors:
                self.persons[person.text] = found
        if len(found.actor_ids) == 1 and _office(head) == "state":
            self.offices[head.lemma_.lower()] = found
        return found

    def _resolved(self, head: Token, sentence: Sentence) -> Speaker:
        if mention := sentence.actors.get(head.i):
            return _coordinated(head, mention, sentence)
        if any(token.lower_ in _NO_LONGER or _office(token) == "nobody" for token in _before(head)):
            return NOBODY
        word = head.lower_
        if word in _PRONOUNS:
            return self._named(self._nearest(head, sentence), head)
        if word in _RELATIVE and head.head.dep_ == "relcl":
            return self._resolved(head.head.head, sentence) if head.head.head is not head else NOBODY
        if listed := _listed(head, sentence):
            return listed
        office = _office(head)
        if office:
            return self._of_office(head, office, sentence)
        return self._of_person(head, sentence) if head.pos_ == "PROPN" else NOBODY

    def _of_office(self, head: Token, office: str, sentence: Sentence) -> Speaker:
        if office == "nobody":
            return NOBODY
        if mention := _owner(head, sentence):
            return _speaker(mention, _phrase(head))
        if office == "members" or (head.lemma_.lower() not in _UNNAMED and _is_indefinite(head)):
            return NOBODY
        before = {token.lower_ for token in (*_before(head), *head.children)}
        if before & _POSSESSIVE:
            return self._named(self._nearest(head, sentence), head)
        if "there" in before:
            return NOBODY
        known = self.offices.get(head.lemma_.lower()) if "the" in before else None
        return self._named(known or self._nearest(head, sentence), head)

    def _nearest(self, head: Token, sentence: Sentence) -> Speaker:
        """Whom "its", or an office alone, takes up: the sentence's subject before it, the last speaker, the place."""
        for token in head.doc[sentence.span.start : head.left_edge.i]:
            if token.dep_ in {"nsubj", "nsubjpass"} and token.pos_ != "PRON" and token != head:
                if mention := sentence.actors.get(token.i) or (_owner(token, sentence) if _office(token) else None):
                    return _speaker(mention, _phrase(token))
        if self.last.actor_ids or head.lower_ in _PRONOUNS or not self.place:
            return self.last
        return Speaker((self.place,), (self.place,))

    def _of_person(self, head: Token, sentence: Sentence) -> Speaker:
        if known := self.persons.get(head.text):
            return self._named(known, head)
        for title in (*(c for c in head.children if c.dep_ == "appos"), *reversed(_before(head))):
            office = _office(title)
            if office:
                return self._of_office(title, office, sentence)
        owner = next((m for t in _before(head) if (m := sentence.actors.get(t.i))), None)
        return _speaker(owner, _phrase(head)) if owner and _titled(head) else NOBODY

    def _named(self, speaker: Speaker, head: Token) -> Speaker:
        return Speaker(speaker.actor_ids[:1], (_phrase(head),)) if len(speaker.actor_ids) == 1 else speaker


def on_behalf_of(sentence: Sentence, text: str) -> Speaker:
    """The actor in whose name a sentence says that it is spoken; `NOBODY` where it does not say so."""
    for mention in dict.fromkeys(sentence.actors.values()):
        before = text[max(0, mention.start - 30) : mention.start].lower().removesuffix("the ").rstrip()
        if not before.endswith(("also speaking for", "also on behalf of")) and before.endswith(("on behalf of", "speaking for", "in the name of")):
            return _speaker(mention, mention.names[0])
    return NOBODY


def _office(token: Token) -> str:
    return tables.offices().get(token.lemma_.lower(), "") or tables.offices().get(token.lower_, "")


def _before(head: Token) -> list[Token]:
    return [token for token in head.doc[head.left_edge.i : head.i] if not token.is_punct]


def _is_indefinite(head: Token) -> bool:
    return any(token.lower_ in {"a", "an", "another", "some", "one"} for token in _before(head)[:1])


def _titled(head: Token) -> bool:
    return any(token.pos_ == "NOUN" for token in _before(head))


def _owner(head: Token, sentence: Sentence) -> Mention | None:
    """The actor whose office it is: named before it, or after "of"; nearest first."""
    before = _before(head)
    if mention := next((m for token in reversed(before) if (m := sentence.actors.get(token.i))), None):
        return mention
    is_taken = any(token.lower_ in _POSSESSIVE for token in before)
    for preposition in (child for child in head.children if child.dep_ in {"prep", "agent"}):
        seated = preposition.lower_ in {"in", "at"} and head.lemma_.lower() in _SEATED and not is_taken
        if preposition.lower_ in {"of", "for", "from"} or seated:
            for token in preposition.subtree:
                if mention := sentence.actors.get(token.i):
                    return mention
    return next((m for c in head.children if c.dep_ == "appos" and (m := sentence.actors.get(c.i))), None)


def _listed(head: Token, sentence: Sentence) -> Speaker | None:
    """Actors named after "including", "among" or "such as" behind a subject that only counts or gathers them."""
    if _office(head) != "members" and head.lemma_.lower() not in _QUANTITIES and head.pos_ not in {"NUM", "ADJ"}:
        return None
    verb = head.head
    reach = (*head.subtree, *(t for c in verb.children if c.lower_ in _NAMING for t in c.subtree))
    found = [m for t in dict.fromkeys(reach) if (m := sentence.actors.get(t.i)) and _is_named_after(t)]
    unique = dict.fromkeys(found)
    ids = tuple(actor for mention in unique for actor in mention.actor_ids)
    return Speaker(ids, tuple(name for mention in unique for name in mention.names), True) if ids else None


def _is_named_after(token: Token) -> bool:
    return any(ancestor.lower_ in _NAMING for ancestor in token.ancestors)


def _coordinated(head: Token, mention: Mention, sentence: Sentence) -> Speaker:
    """An actor with those that "and" joins to it."""
    all_named = dict.fromkeys([mention, *_conjuncts(head, sentence)])
    ids = tuple(dict.fromkeys(actor for one in all_named for actor in one.actor_ids))
    names = tuple(dict(zip((a for m in all_named for a in m.actor_ids), _names(all_named), strict=True)).values())
    return Speaker(ids, names, len(ids) > 2 or mention.is_list)


def _names(all_named: Iterable[Mention]) -> Iterator[str]:
    return (name for mention in all_named for name in mention.names)


def _conjuncts(head: Token, sentence: Sentence) -> Iterator[Mention]:
    return (m for token in head.conjuncts if (m := sentence.actors.get(token.i)))


def _speaker(mention: Mention, phrase: str) -> Speaker:
    if mention.is_list:
        return Speaker(mention.actor_ids, mention.names, True)
    return Speaker(mention.actor_ids, (phrase,))


def _phrase(head: Token) -> str:
    """The words of a subject without what hangs on behind it."""
    last = max((c.right_edge.i for c in head.children if c.dep_ == "prep" and c.i > head.i), default=head.i)
    return str(head.doc[head.left_edge.i : last + 1])
