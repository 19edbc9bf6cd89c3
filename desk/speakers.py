"""For whom does a phrase speak? "The Turkish foreign minister", "its ambassador in Baku", "the ministry", "she"."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from desk.reading import Sentence
from desk.subjects import (
    NOBODY,
    POSSESSIVE,
    Speaker,
    before,
    coordinated,
    is_indefinite,
    is_titled,
    listed,
    office_of,
    owner,
    phrase,
    speaking,
)
from desk.verbs import SUBJECTS

_PRONOUNS = {"he", "she", "it", "they"}
_UNNAMED = {"spokesman", "spokeswoman", "spokesperson", "statement"}
"""Offices that "a" introduces without saying whose: those of who spoke before. "A diplomat" can be anybody's."""
_RELATIVE = {"who", "which", "that", "all", "both", "each"}
_IN_THE_NAME_OF = ("on behalf of", "speaking for", "in the name of")
_NO_LONGER = {"former", "ex", "late", "opposition", "onetime"}


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
        if len(found.actor_ids) == 1 and office_of(head) == "state":
            self.offices[head.lemma_.lower()] = found
        return found

    def _resolved(self, head: Token, sentence: Sentence) -> Speaker:
        if mention := sentence.actors.get(head.i):
            return coordinated(head, mention, sentence)
        if any(token.lower_ in _NO_LONGER or office_of(token) == "nobody" for token in before(head)):
            return NOBODY
        word = head.lower_
        if word in _PRONOUNS:
            return self._named(self._nearest(head, sentence), head)
        if word in _RELATIVE and head.head.dep_ == "relcl":
            return self._resolved(head.head.head, sentence)
        if several := listed(head, sentence):
            return several
        office = office_of(head)
        if office:
            return self._of_office(head, office, sentence)
        return self._of_person(head, sentence) if head.pos_ == "PROPN" else NOBODY

    def _of_office(self, head: Token, office: str, sentence: Sentence) -> Speaker:
        if office == "nobody":
            return NOBODY
        if mention := owner(head, sentence):
            return speaking(mention, phrase(head))
        if office == "members" or (head.lemma_.lower() not in _UNNAMED and is_indefinite(head)):
            return NOBODY
        around = {token.lower_ for token in (*before(head), *head.children)}
        if around & POSSESSIVE:
            return self._named(self._nearest(head, sentence), head)
        if "there" in around:
            return NOBODY
        known = self.offices.get(head.lemma_.lower()) if "the" in around else None
        return self._named(known or self._nearest(head, sentence), head)

    def _nearest(self, head: Token, sentence: Sentence) -> Speaker:
        """Whom "its", or an office alone, takes up: the sentence's subject before it, the last speaker, the place."""
        for token in head.doc[sentence.span.start : head.left_edge.i]:
            if token.dep_ not in SUBJECTS or token.pos_ == "PRON":
                continue
            if mention := sentence.actors.get(token.i) or (owner(token, sentence) if office_of(token) else None):
                return speaking(mention, phrase(token))
        if self.last.actor_ids or head.lower_ in _PRONOUNS or not self.place:
            return self.last
        return Speaker((self.place,), (self.place,))

    def _of_person(self, head: Token, sentence: Sentence) -> Speaker:
        if known := self.persons.get(head.text):
            return self._named(known, head)
        for title in (*(c for c in head.children if c.dep_ == "appos"), *reversed(before(head))):
            office = office_of(title)
            if office:
                return self._of_office(title, office, sentence)
        mention = next((m for t in before(head) if (m := sentence.actors.get(t.i))), None)
        return speaking(mention, phrase(head)) if mention and is_titled(head) else NOBODY

    def _named(self, speaker: Speaker, head: Token) -> Speaker:
        return Speaker(speaker.actor_ids[:1], (phrase(head),)) if len(speaker.actor_ids) == 1 else speaker


def on_behalf_of(sentence: Sentence, text: str) -> Speaker:
    """The actor in whose name a sentence says that it is spoken; `NOBODY` where it does not say so."""
    for mention in dict.fromkeys(sentence.actors.values()):
        words = text[max(0, mention.start - 30) : mention.start].lower().removesuffix("the ").rstrip()
        if words.endswith(_IN_THE_NAME_OF) and not words.endswith(tuple(f"also {form}" for form in _IN_THE_NAME_OF)):
            return speaking(mention, mention.names[0])
    return NOBODY
