"""A loudspeaker that asks for sound when a test says so, on a clock of the test's own."""

from dataclasses import dataclass, field

from storybuilder.adapters.playing import Fill, Gone
from storybuilder.errors import LoudspeakerUnavailable

RATE_HZ = 1000
DELAY_S = 0.5
"""What is given now is heard so much later."""


@dataclass
class ScriptedOutput:
    """One opened device."""

    fill: Fill
    gone: Gone
    rate_hz: int = RATE_HZ
    calls: list[str] = field(default_factory=list)

    def start(self) -> None:
        self.calls.append("start")

    def close(self) -> None:
        self.calls.append("close")
        self.gone()


@dataclass
class ScriptedDevice:
    """Opens outputs while it is plugged in; `seconds` is its clock."""

    seconds: float = 100.0
    plugged: bool = True
    opened: list[ScriptedOutput] = field(default_factory=list)

    def __call__(self, fill: Fill, gone: Gone) -> ScriptedOutput:
        if not self.plugged:
            raise LoudspeakerUnavailable("no loudspeaker was found")
        self.opened.append(ScriptedOutput(fill, gone))
        return self.opened[-1]

    def clock(self) -> float:
        return self.seconds

    def ask(self, seconds: float) -> bytes:
        """The latest output asks for the next samples."""
        return self.opened[-1].fill(round(seconds * RATE_HZ), DELAY_S)
