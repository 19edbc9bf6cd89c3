"""For whom does a phrase speak? "The Turkish foreign minister", "its ambassador in Baku", "the ministry", "she"."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from desk.offices import (
    POSSESSIVE,
    before,
    is_described,
    is_indefinite,
    is_titled,
    is_voiceless,
    office_of,
    owner,
    placed,
    possessor,
)
from desk.reading import Sentence
from desk.subjects import NOBODY, Speaker, coordinated, listed, owners, phrase, speaking
from desk.verbs import SUBJECTS, VERBS, is_cue

_PRONOUNS = {"he", "she", "it", "they", "we"}
_PERSONAL = {"he", "she"}
_UNNAMED = {"spokesman", "spokeswoman", "spokesperson", "statement"}
"""Offices that "a" introduces without saying whose: those of who spoke before. "A diplomat" can be anybody's."""
_RELATIVE = {"who", "which", "that", "all", "both", "each"}
_COURTESIES = {"Dr", "Dr.", "Lady", "Lord", "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Sir"}


@dataclass
class Memory:
    """Who has spoken so far: what pronouns, offices and surnames further down refer to."""

    place: str
    issuer: Speaker = NOBODY
    is_interview: bool = False
    interviewed: Speaker = NOBODY
    last: Speaker = NOBODY
    unnamed: Speaker = NOBODY
    persons: dict[str, Speaker] = field(default_factory=dict)
    offices: dict[str, Speaker] = field(default_factory=dict)

    def speaker(self, head: Token, sentence: Sentence) -> Speaker:
        """Resolve the head of a subject; `NOBODY` where it speaks for no actor."""
        found = self._resolved(head, sentence)
        names = [name for name in _names(head) if name.i not in sentence.actors and not office_of(name)]
        if self.is_interview and len(found.actor_ids) == 1 and not self.interviewed.actor_ids:
            self.interviewed = found
        if found.actor_ids or is_described(head):
            self.persons |= {name.text: found for name in names}
        if len(found.actor_ids) == 1 and office_of(head) == "state":
            self.offices[head.lemma_.lower()] = found
            self.unnamed = NOBODY if names else found
        return found

    def meet(self, sentence: Sentence) -> None:
        """Note whose officials a sentence names, also where they do not speak: "after a call to its envoy, Jan Kok"."""
        for token in sentence.span:
            is_office = office_of(token) == "state" and token.i not in sentence.actors
            mention = (owner(token, sentence) or possessor(token, sentence)) if is_office else None
            if mention is not None and not mention.is_list:
                for name in _names(token.head if token.dep_ == "compound" else token):
                    if name.i not in sentence.actors and not office_of(name):
                        self.persons.setdefault(name.text, speaking(mention, mention.names[0]))

    def turn(self, sentence: Sentence) -> None:
        """Follow a phrase without a verb to the actor that it names: "Mali, for one."; "And Ankara?"."""
        named = list(dict.fromkeys(sentence.actors.values()))
        root = sentence.span.root
        is_title = root.i in sentence.actors and root.pos_ not in VERBS
        if is_title or (len(named) == 1 and not any(token.pos_ in VERBS for token in sentence.span)):
            mention = sentence.actors[root.i] if is_title else named[0]
            self.last = speaking(mention, mention.names[0])

    def _resolved(self, head: Token, sentence: Sentence) -> Speaker:
        if mention := sentence.actors.get(head.i):
            return coordinated(head, mention, sentence)
        if any(is_voiceless(token) for token in before(head)):
            return NOBODY
        word = head.lower_
        if word in _PRONOUNS:
            return self.issuer if word == "we" else self._named(self._nearest(head, sentence), head)
        if word in _RELATIVE and head.head.dep_ == "relcl":
            return self._resolved(head.head.head, sentence)
        if word in _RELATIVE and head.dep_ in SUBJECTS:
            return _named_before(head, sentence)
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
            several = owners(head, mention, sentence)
            return several if len(several.actor_ids) > 1 else speaking(mention, phrase(head))
        if mention := placed(head, sentence, anywhere=is_indefinite(head)):
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
        earlier = head.doc[sentence.span.start : head.left_edge.i]
        for token in earlier:
            # 'Greece "condemns it", its prime minister said': a quotation that begins with the verb has its subject.
            if token.i in sentence.actors and token.i + 1 in sentence.quoted:
                return speaking(sentence.actors[token.i], phrase(token))
        for token in earlier:
            if token.dep_ not in SUBJECTS or token.pos_ == "PRON":
                continue
            if head.lower_ in _PERSONAL and token.i in sentence.actors:
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
                mention = owner(head, sentence) if office == "state" and title.dep_ != "appos" else None
                return speaking(mention, phrase(head)) if mention else self._of_office(title, office, sentence)
        if mention := next((m for c in head.children if c.dep_ == "appos" and (m := sentence.actors.get(c.i))), None):
            return speaking(mention, phrase(head))
        mention = next((m for t in before(head) if (m := sentence.actors.get(t.i))), None)
        is_known = any(token.text in _COURTESIES for token in before(head))
        if mention is None and (is_known or is_cue(head.head)) and not is_described(head):
            # Who is quoted by the name alone right after an office was named is its holder.
            return self._named(self.unnamed, head)
        return speaking(mention, phrase(head)) if mention and is_titled(head) else NOBODY

    def _named(self, speaker: Speaker, head: Token) -> Speaker:
        return Speaker(speaker.actor_ids[:1], (phrase(head),)) if len(speaker.actor_ids) == 1 else speaker


def _names(head: Token) -> list[Token]:
    """The proper names that a phrase gives somebody: its head, or what stands in apposition to it."""
    return [t for t in (head, *(c for c in head.children if c.dep_ == "appos")) if t.pos_ == "PROPN"]


def _named_before(head: Token, sentence: Sentence) -> Speaker:
    """Who "both" or "all" means: those with whom its sentence began."""
    first = next((t for t in sentence.span if t.i in sentence.actors and t.i < head.i), None)
    return coordinated(first, sentence.actors[first.i], sentence) if first is not None else NOBODY
