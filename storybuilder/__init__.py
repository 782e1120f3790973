"""storybuilder: draft interview stories, rehearse them aloud, read an honest report.

    Story ─record─▶ Take ─transcribe─▶ Transcript ─measure─▶ Report ─label─▶ Row ─draw─▶ screen
    └ drafting ┘ └ rehearsing ┘ └ reviewing ┘     └── core ──┘     └───── ui ─────┘

core      what the words mean: values and pure functions; no I/O, no clock, no chance
ports     what the program needs from outside, as small promises
adapters  one file for each thing outside; no judgement
practice  the steps in the order they happen; the only caller of core and adapters together
ui        draws a value, reports a gesture; decides nothing
cli       the same core for scripts and terminals
program   chooses the real adapters and puts the steps together
app       starts it, and opens the window

tests/test_architecture.py enforces these arrows.
"""

from importlib.metadata import version

__version__ = version("storybuilder")
