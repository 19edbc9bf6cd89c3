"""Which letters beyond ASCII does a language write, and in which encodings was it written before UTF-8?

Without a declaration, only this tells encodings of one byte a letter apart (`encodings`). A language that is missing
here can be mistaken for another one; one more that is there can make more texts undecided, and those are refused.
"""

# German, French, Spanish, Portuguese, Italian, Dutch and the Scandinavian languages, whose names mix in any newspaper.
WESTERN = "àáâãäåæçèéêëìíîïñòóôõöøùúûüßœ"

LETTERS = {
    "western": WESTERN,
    "icelandic": "áæðéíóöþúý",
    # With letters of foreign names, but for those that would let Icelandic pass.
    "turkish": "âçğıiîöşûüéèêóñß",
    "polish": "ąćęłńóśźż",
    "czech": "áčďéěíňóřšťúůýž",
    "slovak": "áäčďéíĺľňóôŕšťúýž",
    "hungarian": "áéíóöőúüű",
    "romanian": "ăâîşţ",
    "slovene and croatian": "čćđšž",
    "albanian": "çë",
    "lithuanian": "ąčęėįšųūž",
    "latvian": "āčēģīķļņšūž",
    "estonian": "äõöšüž",
    "russian": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "ukrainian": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "belarusian": "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
    "serbian": "абвгдђежзијклљмнњопрстћуфхцчџш",
    "macedonian": "абвгдѓежзѕијклљмнњопрстќуфхцчџш",
    "greek": "αάβγδεέζηήθιίϊΐκλμνξοόπρσςτυύϋΰφχψωώ",
    "hebrew": "אבגדהוזחטיךכלםמןנסעףפץצקרשת",
    "arabic and persian": "ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىيپچژگ",
}

WRITTEN_IN = {
    "cp1252": ("western", "icelandic", "albanian"),
    "cp1254": ("turkish",),
    "cp1250": ("polish", "czech", "slovak", "hungarian", "romanian", "slovene and croatian"),
    "cp1257": ("lithuanian", "latvian", "estonian"),
    "cp1251": ("russian", "ukrainian", "belarusian", "serbian", "macedonian"),
    # Where the two differ, KOI8-R has frames for tables.
    "koi8_u": ("russian", "ukrainian"),
    "cp1253": ("greek",),
    "cp1255": ("hebrew",),
    "cp1256": ("arabic and persian",),
}
