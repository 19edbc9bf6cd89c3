"""Texts that change at random, with every character knowing where it stood before.

A text is a list of characters, each with its number in the old text, None if it is new. So a test knows what became of
a passage without looking for words: it is untouched where its numbers still follow each other.
"""

import re

from tests.data.articles import WORDS, paragraph, sentence

OTHER_FORMS = {"“": '"', "”": '"', '"': "“", "’": "'", "–": "-", "-": "–", "—": "--"}


class Mutant:
    """A text on its way to a newer version."""

    def __init__(self, random, text, start, end):
        self.random, self.old, self.start, self.end = random, text, start, end
        self.letters: list[tuple[str, int | None]] = [*zip(text, range(len(text)), strict=True)]

    @property
    def text(self):
        return "".join(letter for letter, _ in self.letters)

    def place(self):
        """Where the passage stands now, None if it was touched."""
        wanted = [*zip(self.old[self.start : self.end], range(self.start, self.end), strict=True)]
        place = self.letters.index(wanted[0]) if wanted[0] in self.letters else -1
        return place if place >= 0 and self.letters[place : place + len(wanted)] == wanted else None

    def is_glued(self):
        """Whether letters that were not beside the untouched passage make a longer word of its first or last."""
        place, text, length = self.place(), self.text, self.end - self.start
        return _cut(text, place, place + length) != _cut(self.old, self.start, self.end)

    # What can happen to a text.

    def insert(self):
        at = self.random.randint(0, len(self.letters))
        self._put(at, at, f" {sentence(self.random)} ")

    def insert_paragraphs(self):
        at = self._paragraphs()[0]
        new = "\n\n".join(paragraph(self.random) for _ in range(self.random.randint(1, 3)))
        self._put(at, at, f"{new}\n\n")

    def delete(self):
        start, end = self._span()
        self._put(start, end, "")

    def replace(self):
        start, end = self._span()
        self._put(start, end, sentence(self.random)[: self.random.randint(1, 80)])

    def replace_words(self):
        """Every so many words of a stretch become others."""
        start, end = self._span()
        every = self.random.randint(2, 6)
        for number, match in enumerate([*re.finditer(r"\w+", self.text[start:end])][::-1]):
            if number % every == 0:
                self._put(start + match.start(), start + match.end(), self.random.choice(WORDS[1]))

    def move(self):
        start, end = self._paragraphs()
        block = self.letters[start:end]
        del self.letters[start:end]
        at = self._paragraphs()[0]
        self.letters[at:at] = block

    def move_sentence(self):
        spans = [match.span() for match in re.finditer(r"[^.?!]+[.?!]+ ?", self.text)]
        if not spans:
            return
        start, end = self.random.choice(spans)
        block = self.letters[start:end]
        del self.letters[start:end]
        at = self.random.choice([0, *(match.end() for match in re.finditer(r"[.?!] ", self.text))])
        self.letters[at:at] = block

    def duplicate_passage(self):
        """The words of the passage, once more, among others or as a paragraph, not beside it."""
        text = self.text
        for at in self._away([0, *(match.end() for match in re.finditer(r"[.?!]\s+", text))]):
            self._copy(at, at, f"{self.old[self.start : self.end]}{self.random.choice([' ', chr(10) * 2])}")

    def duplicate_paragraph(self):
        """The paragraphs that hold the passage, or held it, once more, not beside them."""
        start, end = self.old.rfind("\n\n", 0, self.start) + 2, self.old.find("\n\n", self.end)
        block = self.old[start if start > 1 else 0 : end if end >= 0 else len(self.old)]
        for at in self._away([0, *(match.end() for match in re.finditer(r"\n\n", self.text))]):
            self._copy(at, at, f"{block}\n\n")

    def _away(self, places):
        """One of some places, with 200 old letters at least between it and the paragraphs of the passage, or none."""
        numbers = [number for _, number in self.letters]
        mine = self._inside()
        first = max(self.text.rfind("\n\n", 0, mine[0]), 0) if mine else 0
        last = max(self.text.find("\n\n", mine[-1]), mine[-1]) if mine else len(numbers)

        def is_away(at):
            between = numbers[at:first] if at < first else numbers[last:at]
            return sum(number is not None for number in between) >= 200

        away = [at for at in places if is_away(at)]
        return [self.random.choice(away)] if away else []

    def edit_inside(self):
        """One character inside of the passage."""
        inside = self._inside()
        if inside:
            at = self.random.choice(inside)
            old = self.letters[at][0]
            new = self.random.choice([c for c in "aeiost .,’" if c != old])
            self._put(at, at + self.random.randint(0, 1) if at > inside[0] else at + 1, new)

    def rewrite_passage(self):
        inside = self._inside()
        if inside:
            self._put(inside[0], inside[-1] + 1, sentence(self.random))

    def other_signs(self):
        self._change_letters(OTHER_FORMS.get)

    def other_case(self):
        start, end = self._span()
        how = self.random.choice([str.upper, str.lower, str.swapcase])
        self._change_letters(how, start, end)

    def other_spaces(self):
        how = self.random.choice([{" ": "  "}, {" ": "\n"}, {"\n": " "}, {" ": "\u00a0"}, {"\n": "\r\n"}])
        start, end = self.random.choice([(0, len(self.letters)), self._span()])
        self._change_letters(how.get, start, end)

    def _change_letters(self, how, start=0, end=None):
        changed: list[tuple[str, int | None]] = []
        for letter, number in self.letters[start:end]:
            new = how(letter) or letter
            # A letter that only changed its form may change back.
            changed += [(new, number)] if len(new) == 1 else [(c, None) for c in new]
        self.letters[start:end] = changed

    def _put(self, start, end, text):
        # New words must not be those of the passage by chance.
        self._copy(start, end, text.replace(self.old[self.start : self.end], "x"))

    def _copy(self, start, end, text):
        # What is replaced by itself was not touched.
        if text != "".join(letter for letter, _ in self.letters[start:end]):
            self.letters[start:end] = [(letter, None) for letter in text]

    def _inside(self):
        """Where letters of the passage stand now."""
        return [
            i for i, (_, number) in enumerate(self.letters) if number is not None and self.start <= number < self.end
        ]

    def _span(self):
        start = self.random.randint(0, len(self.letters))
        return start, min(start + self.random.choice([1, 3, 20, 100, 400]), len(self.letters))

    def _paragraphs(self):
        """One to three paragraphs: where they start and end."""
        borders = [0, *(match.end() for match in re.finditer(r"\n\s*\n", self.text)), len(self.letters)]
        first = self.random.randrange(len(borders) - 1)
        return borders[first], borders[min(first + self.random.randint(1, 3), len(borders) - 1)]


EDITS = [
    Mutant.insert,
    Mutant.insert_paragraphs,
    Mutant.delete,
    Mutant.replace,
    Mutant.replace_words,
    Mutant.edit_inside,
    Mutant.rewrite_passage,
    Mutant.other_signs,
    Mutant.other_case,
    Mutant.other_spaces,
]
MOVES = [Mutant.move, Mutant.move_sentence]
COPIES = [Mutant.duplicate_passage, Mutant.duplicate_paragraph]


def _cut(text, start, end):
    before, after = text[max(start - 1, 0) : start + 1], text[end - 1 : end + 1]
    return len(before) == 2 and before.isalnum(), len(after) == 2 and after.isalnum()
