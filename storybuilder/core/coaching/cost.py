"""What a call costs, roughly, before it is made."""

import math
from dataclasses import dataclass

CHARACTERS_PER_TOKEN = 3.5
"""English prose has about four characters a token, JSON and names fewer (rule of thumb of the
makers of such models); a little less than four overstates rather than understates."""
MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Prices:
    """Prices of a model in any currency for a million tokens; 0 where nobody has said."""

    sent: float = 0.0
    received: float = 0.0

    @property
    def are_known(self) -> bool:
        """Whether a cost can be told."""
        return self.sent > 0 and self.received > 0


@dataclass(frozen=True, slots=True)
class RoughCost:
    """Tokens that would be sent, and the most that may come back; their price if known."""

    sent: int
    most_received: int
    most_price: float | None


def rough_tokens(*texts: str) -> int:
    """About how many tokens these texts are."""
    return math.ceil(sum(map(len, texts)) / CHARACTERS_PER_TOKEN)


def rough_cost(sent: int, most_received: int, prices: Prices) -> RoughCost:
    """What a call would cost at most; the answer is mostly far shorter than it may be."""
    price = (sent * prices.sent + most_received * prices.received) / MILLION
    return RoughCost(sent, most_received, price if prices.are_known else None)
