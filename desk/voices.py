"""In whose name is a sentence spoken, and whom does it name as its source?"""

from spacy.tokens import Token

from desk.reading import Sentence
from desk.subjects import NOBODY, Speaker, speaking

_IN_THE_NAME_OF = ("on behalf of", "speaking for", "speaks for", "who represents", "in the name of")


def according_to(sentence: Sentence) -> Token | None:
    """The head of whom a sentence names as its source: "according to the ministry"."""
    for token in sentence.span:
        if token.lower_ == "according":
            return next((t for t in token.subtree if t.dep_ == "pobj"), None)
        if token.lower_ in {"view", "words"} and token.head.lower_ == "in":
            return next((t for c in token.children if c.lower_ == "of" for t in c.children if t.dep_ == "pobj"), None)
    return None


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
