"""In whose name is a sentence spoken, and whom does it name as its source?"""

import re

from spacy.tokens import Token

from desk.reading import Sentence
from desk.speakers import Memory
from desk.subjects import NOBODY, Speaker, speaking
from desk.verbs import SUBJECTS

_VIEWS = {"eyes", "judgement", "judgment", "opinion", "view", "words"}
_PUTS_IT = re.compile(
    r"\W*(?:(?:that|this) (?:was|is) how|thus|so (?:said|spoke|wrote|ran|went)|(?:those|these) were|such (?:was|were)|"
    r"(?:that|this) (?:was|is) the (?:view|verdict|answer|reply|line|message|position|response)|"
    r"the (?:words|sentence|line|remark|voice) (?:is|are|was|were|came|belong))\b",
    re.IGNORECASE,
)
_IN_THE_NAME_OF = ("on behalf of", "speaking for", "speaks for", "who represents", "in the name of")


def according_to(sentence: Sentence) -> Token | None:
    """The head of whom a sentence names as its source: "according to the ministry"."""
    for token in sentence.span:
        if token.lower_ == "according":
            return next((t for t in token.subtree if t.dep_ == "pobj"), None)
        if token.lower_ in _VIEWS and token.head.lower_ == "in":
            return next((t for c in token.children if c.lower_ == "of" for t in c.children if t.dep_ == "pobj"), None)
    return None


def named_behind(sentence: Sentence, memory: Memory) -> Speaker:
    """Whom a sentence names as the source of the quotation before it: "That was how Budapest put it"."""
    if sentence.quoted or not _PUTS_IT.match(sentence.span.text):
        return NOBODY
    heads = (t for t in sentence.span if t.dep_ in {*SUBJECTS, "pobj", "attr", "ROOT"} and t.pos_ in {"NOUN", "PROPN"})
    return next((said for head in heads if (said := memory.speaker(head, sentence)).actor_ids), NOBODY)


def on_behalf_of(sentence: Sentence, text: str) -> Speaker:
    """The actor in whose name a sentence says that it is spoken; `NOBODY` where it does not say so."""
    for mention in dict.fromkeys(sentence.actors.values()):
        before = text[max(0, mention.start - 30) : mention.start].lower()
        words = before.removesuffix("the ").removesuffix("all of ").rstrip()
        is_first = mention.start - sentence.base - sentence.span.start_char <= len("for the ")
        if is_first and sentence.span[0].lower_ == "for" and text[mention.end : mention.end + 1] == ",":
            return speaking(mention, mention.names[0])
        if words.endswith(_IN_THE_NAME_OF) and not words.endswith(tuple(f"also {form}" for form in _IN_THE_NAME_OF)):
            return speaking(mention, mention.names[0])
    return NOBODY
