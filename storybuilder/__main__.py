"""python -m storybuilder"""

from storybuilder.cli import run

run()
