"""What is said of a transcription server, wherever it is used."""

from storybuilder.core.server_address import Server
from storybuilder.core.transcript import Transcript


def promise(server: Server | None, *, sent: bool = False) -> str:
    """What leaves this computer, on every screen that has a rail; `sent`: the coach was asked."""
    takes = f"Takes go to {server.address.shown}." if server else ""
    told = "What you sent the coach left this computer." if sent else ""
    return " ".join(filter(None, (takes, told))) or "Nothing leaves\nthis computer."


def before_a_take(server: Server | None) -> str:
    """Where the sound of a take will go; empty where it stays here."""
    if server is None:
        return ""
    return f"What you say goes to {server.address.shown} while you speak, to be written down."


def writing(server: Server | None) -> str:
    """Who writes a take down just now."""
    who = f" at {server.address.shown}" if server else ""
    return f"Writing down what you said{who}"


def answered(server: Server, seconds: float) -> str:
    """A trial that went well."""
    return f"{server.address.shown} answered after {max(0.1, seconds):.1f} s"


def rough_times(words: Transcript) -> str:
    """What to expect of words whose times the server did not give; empty where it did."""
    if not words.rough_times:
        return ""
    return "The server gave no times of words: where each one stands is a guess by its length."
