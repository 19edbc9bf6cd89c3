"""Who says each direct quotation?"""

from collections.abc import Iterator, Sequence
from itertools import islice

from spacy.tokens import Doc, Token

from desk import language
from desk.clauses import Predicate, predicates
from desk.intentions import of_quotation
from desk.quotations import Quotation
from desk.reading import Sentence
from desk.reported import Found
from desk.speakers import Memory
from desk.stances import LEAST_SURE, Hit, hits, strongest
from desk.subjects import NOBODY, Speaker
from desk.verbs import SUBJECTS, is_cue
from desk.voices import according_to

_BUT = ("but ", "yet ", "though ")
_BESIDE_IT = 25
"""Characters between a quotation and the verb of whom it belongs to, where that is no verb of speech."""
_BESIDE = 3
"""By how much a cue in a relative clause is less direct."""


def quoted(sentence: Sentence, memory: Memory, voice: Speaker, behind: Speaker, text: str) -> Iterator[Found]:
    """Attribute the quotations of a sentence: to its verb of speech, to "X:" or, without either, as those before.

    Args:
        sentence: The sentence; each quotation is one word of it.
        memory: Who has spoken so far.
        voice: The actor in whose name the sentence is spoken, if it says so.
        behind: Whom the sentence behind it names as the source of a quotation that stands alone.
        text: The article.
    """
    for quotation in dict.fromkeys(sentence.quoted.values()):
        rule, cue, speaker = _attributed(quotation, sentence, memory)
        speaker = behind if rule == "quotation that goes on" and behind.actor_ids else speaker
        if cue or speaker.actor_ids:
            memory.last = speaker
        speaker = voice if voice.actor_ids else speaker
        for part in _stances_apart(quotation, text) if speaker.actor_ids else ():
            said = language.parse([part.words(text)])
            hit = _shown(said) or next(filter(None, map(of_quotation, said)), None) or _denial(said)
            fired = (cue, hit.words) if hit else (cue,)
            yield Found(speaker, part.start, part.end, rule, tuple(filter(None, fired)), hit, None)


def _stances_apart(quotation: Quotation, text: str) -> Sequence[Quotation]:
    """A quotation whose attribution stands between a stance and the contrary one, as two: '"Yes," she said, "but"'."""
    parts = [Quotation(start, end, True, ((start, end),)) for start, end in quotation.parts]
    if len(parts) != 2 or not text.startswith(_BUT, parts[1].start + 1):
        return [quotation]
    shown = {hit.stance for doc in language.parse(part.words(text) for part in parts) if (hit := _shown([doc]))}
    return parts if len(shown) == len(parts) else [quotation]


def _shown(said: Sequence[Doc]) -> Hit | None:
    return strongest([_weighed(hit) for doc in said for hit in hits(list(doc))])


def _denial(said: Sequence[Doc]) -> Hit | None:
    """A quotation without a cue that begins by saying what is not so is against it: "The ocean is not a quarry"."""
    for root in (sentence.root for doc in said for sentence in islice(doc.sents, 1)):
        subjects = [child for child in root.children if child.dep_ in SUBJECTS]
        no = (token for subject in subjects for token in subject.children if token.lower_ == "no")
        word = next((child for child in root.children if child.dep_ == "neg"), None) or next(no, None)
        if word is not None:
            return Hit(word, f"{word.text} … {root.text}", "oppose", LEAST_SURE)
    return None


def _weighed(hit: Hit) -> Hit:
    """A cue in a relative clause says what somebody else does: "shame on those who applaud it"."""
    chain = (hit.token, *hit.token.ancestors)
    is_beside = hit.rank and any(token.dep_ == "relcl" for token in chain)
    return hit._replace(rank=hit.rank + _BESIDE) if is_beside else hit


def _attributed(quotation: Quotation, sentence: Sentence, memory: Memory) -> tuple[str, str, Speaker]:
    told = [p for p in predicates(sentence) if p.subject.i not in sentence.quoted]
    said = [p for p in told if is_cue(p.verb) and p.verb.dep_ != "relcl"] or [p for p in told if is_cue(p.verb)]
    # "My uncle fished there," she went on: whatever the verb, who stands right beside a quotation says it.
    beside = (p for p in told if _distance(p, quotation, sentence) <= _BESIDE_IT)
    said = said or [p for p in beside if p.verb.pos_ == "VERB" and not hits([p.verb])]
    if said:
        predicate = min(said, key=lambda p: _distance(p, quotation, sentence))
        return "quotation with its verb", predicate.verb.text, memory.speaker(predicate.subject, sentence)
    if head := _before_colon(quotation, sentence):
        return "quotation after a colon", ":", memory.speaker(head, sentence)
    if head := _behind_dash(quotation, sentence):
        return "quotation after a colon", "-", memory.speaker(head, sentence)
    if head := according_to(sentence):
        return "quotation with its verb", "according to", memory.speaker(head, sentence)
    others = [token for token in sentence.span if token.is_alpha and token.i not in sentence.quoted]
    goes_on = not others and len(memory.last.actor_ids) == 1
    last = memory.interviewed if memory.interviewed.actor_ids else memory.last
    return "quotation that goes on", "", last if goes_on else NOBODY


def _distance(predicate: Predicate, quotation: Quotation, sentence: Sentence) -> int:
    at = sentence.place(predicate.verb)[0]
    return min(abs(at - quotation.start), abs(at - quotation.end))


def _behind_dash(quotation: Quotation, sentence: Sentence) -> Token | None:
    """Who is named after a dash behind a quotation: '"It is late." - the Finnish foreign minister'."""
    after = [t for t in sentence.span if sentence.place(t)[0] >= quotation.end and not t.is_space]
    if len(after) > 1 and after[0].text in {"-", "–", "—"}:
        return next((t for t in after[1:] if t.pos_ in {"NOUN", "PROPN"} and t.dep_ != "compound"), None)
    return None


def _before_colon(quotation: Quotation, sentence: Sentence) -> Token | None:
    before = [t for t in sentence.span if sentence.place(t)[1] <= quotation.start and not t.is_space]
    if before and before[-1].text == ":" and len(before) > 1:
        return next((t for t in before if t.dep_ in {"nsubj", "ROOT"} and t.pos_ in {"PROPN", "NOUN"}), before[-2])
    return None
