"""Which office does a phrase name, and whose is it?"""

from spacy.tokens import Token

from desk import tables
from desk.actors import Mention
from desk.reading import Sentence
from desk.verbs import SUBJECTS

POSSESSIVE = {"its", "his", "her", "their", "whose"}
_SEATED = {"ministry", "official", "government", "minister", "authority", "office", "leader", "cabinet"}
"""Offices that a place alone can name: "officials in Warsaw"; an ambassador in Warsaw is somebody else's."""
_NO_LONGER = {"deposed", "ex", "exiled", "former", "late", "onetime", "opposition", "provincial", "regional"}
_SIGNED = {"issued", "published", "released", "sent", "signed"}
_SENT = {"ambassador", "consul", "delegate", "delegation", "diplomat", "embassy", "envoy", "mission", "representative"}
"""Offices held abroad: where they speak says nothing of whose they are."""


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


def is_described(head: Token) -> bool:
    """Whether a name says what somebody is: "analyst Jan Kok", "Jan Kok, a writer"."""
    return is_titled(head) or any(child.dep_ in {"appos", "relcl"} for child in head.children)


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


def possessor(office: Token, sentence: Sentence) -> Mention | None:
    """Whose "its prime minister" is: of the one actor that its sentence names as a subject before."""
    if not {token.lower_ for token in before(office)} & POSSESSIVE:
        return None
    earlier = (t for t in sentence.span if t.i < office.i and t.dep_ in SUBJECTS and t.i in sentence.actors)
    return next((sentence.actors[token.i] for token in earlier), None)
