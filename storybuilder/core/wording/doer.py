"""The doer: action told without saying who acted ("it was decided")."""

import re
from collections.abc import Iterator

from storybuilder.core.ownership import actor_spans
from storybuilder.core.token import word_set
from storybuilder.core.wording.quoted_speech import without_quoted_speech

_IRREGULAR = (
    "made|done|built|written|sent|given|taken|chosen|found|held|set|put|kept|brought|drawn|drawn up"
    "|rewritten|rebuilt|begun|cut|shown|taught|told|spoken|sold|bought|paid|split|run|met|led|thrown"
)
_PASSIVE = re.compile(
    r"\b(?P<subject>it|this|that|everything|they|[^\W\d_]+)\s+"
    r"(?:was|were|(?:has|have|had)\s+been|got)\s+"
    r"(?:(?:then|also|first|later|finally|soon|eventually|quickly|all|\w+ly)\s+)?"
    rf"(?P<done>{_IRREGULAR}|[^\W\d_]{{3,}}ed)\b(?!\s+(?:\w+\s+){{0,4}}by\b)",
    re.IGNORECASE,
)
_STATES = word_set(
    "tired worried scared interested pleased surprised excited located based needed supposed used "
    "allowed expected satisfied concerned frustrated confused delayed relieved ashamed impressed "
    "convinced embarrassed nervous overwhelmed stressed disappointed annoyed crowded involved "
    "experienced qualified married retired called named closed limited red hundred indeed "
    "exhausted determined motivated prepared opposed shocked united blocked stuck "
    "required affected damaged failed reduced improved increased"
)
_NOT_THE_THING_DONE = word_set("i we who which he she you there")


def passive_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where a sentence hides who acted, in characters; none where the speaker acts in it too.

    "By", or a state ("I was tired", "it was needed"), hides nobody.
    """
    if any(True for _ in actor_spans(text)):
        return
    for match in _PASSIVE.finditer(without_quoted_speech(text)):
        if match["subject"].lower() in _NOT_THE_THING_DONE or match["done"].lower() in _STATES:
            continue
        yield match.span()
