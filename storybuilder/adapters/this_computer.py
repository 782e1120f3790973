"""This computer: its cores and its memory, asked of the operating system."""

import ctypes
import os
import sys

from storybuilder.core.computer import Computer


def this_computer() -> Computer:
    """What the program may compute with. Quick."""
    return Computer(_cores(), _memory_mb())


def _cores() -> int:
    """Those that this process may use, where the system tells them apart."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _memory_mb() -> int | None:
    if sys.platform == "win32":
        return _windows_memory_mb()
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 1_000_000
    except (ValueError, OSError):
        return None


if sys.platform == "win32":

    class _MemoryStatus(ctypes.Structure):
        """MEMORYSTATUSEX of the Windows API."""

        _fields_ = (
            ("length", ctypes.c_ulong),
            ("load_percent", ctypes.c_ulong),
            ("all_bytes", ctypes.c_ulonglong),
            ("free_bytes", ctypes.c_ulonglong),
            ("rest", ctypes.c_ulonglong * 5),
        )

    def _windows_memory_mb() -> int | None:
        status = _MemoryStatus()
        status.length = ctypes.sizeof(status)
        if not ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status)):
            return None
        return int(status.all_bytes) // 1_000_000
