"""Runs at the start of every Python that a test starts: it may reach this computer alone."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
import loopback_only

sys.path.pop(0)
loopback_only.watch()
