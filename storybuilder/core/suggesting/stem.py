"""Stems: what the forms of one word have in common, for English."""

import re
from functools import lru_cache

_FORMS = (
    "lead led, teach taught, choose chose chosen, sell sold, take took taken, make made, "
    "get got gotten, go went gone, give gave given, win won, lose lost, tell told, "
    "bring brought, think thought, find found, keep kept, meet met, fight fought, "
    "fall fell fallen, speak spoke spoken, write wrote written, build built, "
    "grow grew grown, dig dug, overcome overcame, stand stood, hold held, come came, "
    "do did done does, know knew known, forget forgot forgotten, person people, "
    "child children, break broke broken, feel felt, see saw seen, leave left, pay paid, "
    "learn learnt, lie lied lying, steal stole stolen, show shown, say said, run ran, "
    "begin began begun, have has had, be is are was were been, foresee foresaw, oversee oversaw, "
    "colleague coworker coworkers"
)
_IRREGULAR = {form: forms.split()[0] for forms in _FORMS.split(", ") for form in forms.split()[1:]}
_ENDS = (
    ("fulness", "ful"),
    ("ousness", "ous"),
    ("iveness", "ive"),
    ("ization", "ize"),
    ("ation", "ate"),
    ("ability", "able"),
    ("ibility", "ible"),
    ("ical", "ic"),
    ("ment", ""),
    ("ness", ""),
    ("ally", "al"),
    ("ously", "ous"),
    ("ively", "ive"),
    ("fully", "ful"),
    ("ently", "ent"),
    ("antly", "ant"),
    ("ably", "able"),
    ("ily", "y"),
    ("ly", ""),
)
_BRITISH = re.compile(r"is(?=(?:e|ed|es|ing|er|ation)$)")
_VOWEL = re.compile("[aeiouy]")
_SHORT = 4
"""Shorter words are their own stems."""


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The stem of a word in lower case; British and American spellings share theirs."""
    word = word.removesuffix("'s")
    word = _IRREGULAR.get(word, word)
    if len(word) < _SHORT:
        return word
    if len(word) > _SHORT + 2:
        word = _BRITISH.sub("iz", word).replace("lyz", "lys")
    word = _without_ed(_without_s(word))
    for end, kept in _ENDS:
        if word.endswith(end) and len(word) - len(end) >= _SHORT:
            word = word[: -len(end)] + kept
            break
    if len(word) >= _SHORT and word[-1] == "y" and word[-2] not in "aeiou":
        return f"{word[:-1]}i"
    return word[:-1] if word[-1] == "e" and len(word) >= _SHORT else word


def _without_s(word: str) -> str:
    if word.endswith(("ies", "ied")):
        return f"{word[:-3]}y"
    if word.endswith(("sses", "ss", "us", "is")):
        return word.removesuffix("es") if word.endswith("sses") else word
    return word.removesuffix("s")


def _without_ed(word: str) -> str:
    for end in ("ing", "edly", "ed"):
        cut = word.removesuffix(end)
        if cut == word or len(cut) < _SHORT - 1 or not _VOWEL.search(cut):
            continue
        if len(cut) >= _SHORT and cut[-1] == cut[-2] and cut[-1] not in "elsz":
            return cut[:-1]
        keeps_e = cut.endswith(("at", "bl", "iz")) or (end == "ed" and cut.endswith("e"))
        return f"{cut}e" if keeps_e else cut
    return word
