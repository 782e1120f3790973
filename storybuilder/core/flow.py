"""How steadily a device delivers sound: by the clock, for some devices end without a word."""

from dataclasses import dataclass

FIRST_BLOCK_S = 5.0
"""A wireless headset takes seconds to switch its microphone on."""
SILENT_S = 1.5
"""No sound system pauses for this long between two blocks."""
BEHIND_SHARE = 0.02
"""A device this far behind the clock is losing sound; its clock alone is within 0.1 %."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """What a device has delivered, in seconds of one clock that only goes forward."""

    opened_s: float
    first_s: float | None = None
    """When the first block came; None before it."""
    latest_s: float | None = None
    heard_s: float = 0.0
    """Seconds of sound delivered since it was opened, kept or not."""

    def after(self, block_s: float, now_s: float) -> "Flow":
        """The flow once a block of this length has come."""
        first_s = now_s if self.first_s is None else self.first_s
        heard_s = self.heard_s + block_s
        return Flow(opened_s=self.opened_s, first_s=first_s, latest_s=now_s, heard_s=heard_s)

    def is_lost(self, now_s: float) -> bool:
        """Whether the device has gone silent, or skips so much that it is of no use."""
        if self.first_s is None or self.latest_s is None:
            return now_s - self.opened_s > FIRST_BLOCK_S
        listened_s = now_s - self.first_s
        too_far_s = max(SILENT_S, BEHIND_SHARE * listened_s)
        return now_s - self.latest_s > SILENT_S or listened_s - self.heard_s > too_far_s
