"""What the coach's screens say about a call, decided without drawing it. Pure."""

from collections.abc import Iterator

from storybuilder.core.coaching.masking import Hidden
from storybuilder.core.coaching.placeholder import placeholders_in
from storybuilder.core.coaching.request import Usage
from storybuilder.core.token import count_words
from storybuilder.practice.coaching import Preview
from storybuilder.ui.labels import NO_BREAK, count

NO_PRICE = "Cost not known: put your model's prices in Settings."
_CENT = 0.01


def figure(number: int) -> str:
    """1240 -> "1 240", kept on one line."""
    return f"{number:,}".replace(",", NO_BREAK)


def sends(preview: Preview, verb: str = "Sends") -> str:
    """The whole call in one line."""
    words = f"{figure(count_words(preview.text))} words"
    masked = sum(not thing.shown for thing in masked_in(preview))
    return f"{verb} {words}, {masked or 'nothing'} masked, to {preview.address}"


def facts(preview: Preview) -> str:
    """Where it goes, who reads it, and how much it is."""
    tokens = f"about {figure(preview.cost.sent)} tokens"
    most = f"at most {figure(preview.cost.most_received)} back"
    return f"{sends(preview)}. Model {preview.request.model}, {tokens}, {most}."


def price(preview: Preview) -> str:
    """What it would cost; empty where the price is not known."""
    most = preview.cost.most_price
    if most is None:
        return ""
    told = f"At most {most:.2f}" if most >= _CENT else f"Less than {_CENT:.2f}"
    return f"{told}, in the currency of your price list."


def used(usage: Usage) -> str:
    """What a call used, as the service counted."""
    cached = f", {figure(usage.from_cache)} of them from the cache" if usage.from_cache else ""
    return f"{count_of(usage.sent)} sent{cached}, {figure(usage.received)} received"


def count_of(tokens: int) -> str:
    """412 -> "412 tokens"."""
    return count(tokens, "token") if tokens == 1 else f"{figure(tokens)} tokens"


def masked_in(preview: Preview) -> tuple[Hidden, ...]:
    """What of the sitting's mask stands in this text, hidden or shown, as the list shows it."""
    slots = {(slot.kind, slot.number) for slot, _ in placeholders_in(preview.request.material)}
    told = "\n".join(preview.brief.told)
    return tuple(
        thing
        for thing in preview.mask.things
        if not any(True for _ in placeholders_in(thing.forms[0]))  # the person wrote one
        and (
            any(form in told for form in thing.forms)
            if thing.shown
            else (thing.kind, thing.number) in slots
        )
    )


def runs(text: str) -> Iterator[tuple[str, bool]]:
    """A text in stretches, and whether each stands for a word that is masked."""
    at = 0
    for _, written in placeholders_in(text):
        start = text.index(written, at)
        if start > at:
            yield text[at:start], False
        yield written, True
        at = start + len(written)
    if at < len(text):
        yield text[at:], False
