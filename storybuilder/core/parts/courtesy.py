"""Courtesies: sentences that thank, close or only hesitate, and so tell no part of a story."""

import re

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_HESITATIONS = frozenset({"um", "uh", "er", "erm", "hmm", "uhm", "well", "so", "okay", "ok"})
_COURTESY = re.compile(
    r"(?:(?:thank you|thanks)(?: (?:so|very) much| a lot)?(?: for (?:listening|your time|"
    r"the question|asking|having me))?"
    r"|that's (?:it|all|my story|my answer|about it)|that is (?:it|all)|that was it"
    r"|(?:does|did) that answer (?:the|your) question|is that (?:ok|okay|enough|alright)"
    r"|that's that(?: one)?|that's (?:my example|the story)|yeah|yes|right|that's it really"
    r"|i hope that (?:helps|answers (?:it|the|your) question))?"
)


def is_courtesy(text: str) -> bool:
    """Whether nothing else is said: "Thank you.", "Um.", "So, yeah, that's it."."""
    if any(character.isdigit() for character in text):
        return False
    words = _WORD.findall(text.lower().replace("’", "'"))
    said = " ".join(word for word in words if word not in _HESITATIONS)
    said = said.removeprefix("yeah ").removeprefix("and ")
    return bool(words) and _COURTESY.fullmatch(said) is not None
