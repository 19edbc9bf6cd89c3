"""A few words to make texts and queries of, each in several spellings that a search takes for the same.

What is the same word, and which words share a stem, is written down here by hand; nothing is folded or cut.
"""

import unicodedata

# What a spelling is a spelling of; the first of each row is the word as a search sees it.
SPELLINGS = {
    spellings[0]: spellings
    for spellings in (
        ["refuse", "Refuse", "REFUSE"],
        ["refused", "Refused"],
        ["refusing"],
        ["refugee", "Refugee"],
        ["refugees", "REFUGEES"],
        ["dying"],
        ["die"],
        ["peace", "Peace"],
        ["war", "War"],
        ["ward"],
        ["s", "S"],
        ["62"],
        ["243"],
        ["aliyev", "Aliyev", "Əliyev", "ƏLİYEV"],
        ["erdogan", "Erdogan", "Erdoğan", unicodedata.normalize("NFD", "Erdoğan")],
        ["karabakh", "Karabakh", "KARABAKH", "Kărăbákh"],
        ["karabagh", "Karabagh"],
        ["karabakhi", "Karabakhi"],
        ["stepanakert", "Stepanakert"],
        ["stepankart", "Stepankart"],
        ["lodz", "Łódź", unicodedata.normalize("NFD", "Łódź"), "LODZ"],
        ["мир", "Мир", "МИР"],
        ["миру", "миру"],
        ["سلام", "سَلام"],
        ["𐐨𐐩", "𐐀𐐁"],
        ["和"],
        ["平"],
    )
}
KEYS = [*SPELLINGS]
HAN = {"和", "平"}
STEMS = [{"refuse", "refused", "refusing"}, {"refugee", "refugees"}, {"dying", "die"}]
PREFIXES = ["ref", "kara", "karabakh", "s", "м", "мир", "2", "a", "war", "und"]
# None of these belongs to a word, or is quoted in a query.
BETWEEN = [" ", " ", " ", "-", ", ", ".\n", "’", "'", " <", "/> ", " & ", "\t", "\x00", " 🌍 ", "\u2028", " ؛ "]


def same_stem(one: str, other: str) -> bool:
    """Whether two words are forms of one."""
    return one == other or any({one, other} <= stems for stems in STEMS)
