from dataclasses import replace

import pytest

from storybuilder.core.band import Band
from storybuilder.core.coaching.brief import tighten_brief
from storybuilder.core.coaching.cost import RoughCost
from storybuilder.core.coaching.help import Help
from storybuilder.core.coaching.masking import Mask, mask_of
from storybuilder.core.coaching.request import Request, Usage
from storybuilder.practice.coaching import Preview
from storybuilder.ui.coach_words import count_of, facts, masked_in, price, runs, sends, used
from tests.ui.coach_desk import told

BRIEF = tighten_brief(told(), Band(60, 90), 140)
BEFORE = mask_of(["Berta was at Kestrel."])


def preview(mask: Mask) -> Preview:
    material = "\n".join(mask.hidden(text) for text in BRIEF.told)
    request = Request(
        help=Help.TIGHTEN,
        model="m",
        instructions="Be short.",
        material=material,
        schema={},
        most_tokens=3000,
        prompt_version="1",
    )
    cost = RoughCost(1240, 3000, None)
    return Preview(brief=BRIEF, request=request, mask=mask, cost=cost, address="coach.example")


def named(mask: Mask) -> list[tuple[str, bool]]:
    return [(thing.forms[0], thing.shown) for thing in masked_in(preview(mask))]


def test_only_what_stands_in_this_text_is_listed() -> None:
    mask = mask_of(BRIEF.told, BEFORE)
    assert "Berta" in [thing.forms[0] for thing in mask.things]
    assert ("Kestrel", False) in named(mask)
    assert not [word for word, _ in named(mask) if word == "Berta"]


def test_what_is_shown_stays_listed_so_that_it_can_be_masked_again() -> None:
    mask = mask_of(BRIEF.told, BEFORE).without("Kestrel").without("Berta")
    assert ("Kestrel", True) in named(mask)
    assert ("Berta", True) not in named(mask)


def test_a_placeholder_that_the_person_wrote_is_not_theirs_to_show() -> None:
    written = replace(BRIEF, values={"parts": "I met [NAME 7]."})
    mask = mask_of(written.told)
    assert masked_in(replace(preview(mask), brief=written)) == ()


def test_the_line_counts_words_and_masked_things() -> None:
    mask = mask_of(BRIEF.told)
    told_ = sends(preview(mask))
    assert told_.startswith("Sends ")
    assert told_.endswith(f"{len(named(mask))} masked, to coach.example")
    assert "nothing masked" in sends(preview(mask.without_any()))
    assert "about 1\u00a0240 tokens, at most 3\u00a0000 back" in facts(preview(mask))


@pytest.mark.parametrize(
    ("most", "told_"),
    [
        (None, ""),
        (0.004, "Less than 0.01, in the currency of your price list."),
        (0.01, "At most 0.01, in the currency of your price list."),
        (1.239, "At most 1.24, in the currency of your price list."),
    ],
)
def test_an_unknown_price_is_none_and_a_tiny_one_is_not_nothing(
    most: float | None, told_: str
) -> None:
    assert price(replace(preview(Mask()), cost=RoughCost(1, 1, most))) == told_


def test_usage_names_the_cache_only_where_it_helped() -> None:
    usage = Usage(sent=1412, received=96, from_cache=380)
    assert used(usage) == "1\u00a0412 tokens sent, 380 of them from the cache, 96 received"
    assert used(replace(usage, from_cache=0)) == "1\u00a0412 tokens sent, 96 received"
    assert count_of(1) == "1 token"


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("", []),
        ("Plain.", [("Plain.", False)]),
        ("[NAME 1] met!", [("[NAME 1]", True), (" met!", False)]),
        ("[NAME 1] [NAME 1]", [("[NAME 1]", True), (" ", False), ("[NAME 1]", True)]),
    ],
)
def test_a_text_is_cut_where_masked_words_stand(text: str, cut: list[tuple[str, bool]]) -> None:
    assert list(runs(text)) == cut
