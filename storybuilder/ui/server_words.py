"""What is said of a transcription server, wherever it is used."""

from storybuilder.core.server_address import Server


def promise(server: Server | None) -> str:
    """What leaves this computer, on every screen that has a rail."""
    return f"Takes go to {server.address.shown}." if server else "Nothing leaves\nthis computer."


def before_a_take(server: Server | None) -> str:
    """Where the sound of a take will go; empty where it stays here."""
    if server is None:
        return ""
    return f"What you say goes to {server.address.shown} while you speak, to be written down."


def writing(server: Server | None) -> str:
    """Who writes a take down just now."""
    who = f" at {server.address.shown}" if server else ""
    return f"Writing down what you said{who}"
