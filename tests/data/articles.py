"""Articles with the frequencies of a language, and passages of them to quote."""

import re

FREQUENT = "the a of to in and that is for on with by as it was at not be from which has this are said its would no had"
COMMON = """state vote region ministry statement result republic council peace treaty border talks party press
    resolution assembly minister member people government text line year side world law process group right order
    position agreement question support session committee envoy forces status settlement principle territory
    election president delegation report capital office news agency foreign international second held called
    condemned recognised declared rejected reaffirmed noted urged signed adopted regretted stressed welcomed"""
NAMES = [
    first + middle + last
    for first in ("kar", "nor", "ste", "az", "ver", "mi")
    for middle in ("ba", "ke", "pa", "lo")
    for last in ("kh", "n", "rt", "d")
]
WORDS = [FREQUENT.split(), COMMON.split(), NAMES]


def sentence(random):
    """Words as frequent as in a language, with signs here and there."""
    words = [random.choice(random.choices(WORDS, (5, 4, 2))[0]) for _ in range(random.randint(4, 24))]
    text = random.choices([" ", ", ", " – ", " “", "” "], (60, 4, 1, 1, 1))
    for word in words[1:]:
        text += [word, *random.choices([" ", ", ", " – ", " “", "” "], (60, 4, 1, 1, 1))]
    return f"{words[0].title()}{''.join(text[:-1])}{random.choice('...?!')}"


def paragraph(random):
    return " ".join(sentence(random) for _ in range(random.randint(1, 7)))


def article(random, twins=0.3):
    """Some paragraphs; one of them may stand there twice, as boilerplate does."""
    paragraphs = [paragraph(random) for _ in range(random.randint(3, 14))]
    if random.random() < twins:
        paragraphs.insert(random.randrange(len(paragraphs)), random.choice(paragraphs))
    return "\n\n".join(paragraphs)


def quoted(random, text):
    """Some whole words in a row, with the signs between them: start and end; now and then cut within the last one."""
    places = [match.span() for match in re.finditer(r"\w\S*", text)]
    first = random.randrange(len(places))
    last = min(first + random.choice([0, 1, 3, 5, 8, 12, 20, 40]), len(places) - 1)
    start, end = places[first][0], places[last][1]
    return start, max(end - 1, start + 1) if random.random() < 0.05 else end


def quoted_once(random, text):
    """A passage of at least 25 letters whose words stand nowhere else."""
    while True:
        start, end = quoted(random, text)
        exact = text[start:end]
        if sum(map(str.isalnum, exact)) >= 25 and text.count(exact) == 1:
            return start, end
