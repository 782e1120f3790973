"""Runs at the start of every Python that a test starts: it may reach this computer alone."""

import importlib
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
importlib.import_module("loopback_only").watch()
sys.path.pop(0)
