"""The coach's prompts: files that the program carries, and the person's own over them."""

from pathlib import Path

from storybuilder.core.coaching.help import Help
from storybuilder.core.coaching.prompt import FoundPrompt, Prompt, PromptBroken, parse_prompt

MOST_BYTES = 100_000
"""A prompt is a page or two; what is larger was put there by mistake."""


class PromptFiles:
    """Keeps the promise of `ports.Prompts`. Files are read anew each time: people edit them."""

    def __init__(self, carried: Path, own: Path) -> None:
        """Folders of files named after the kind of help; `own` need not exist."""
        self._carried, self._own = carried, own

    def prompt(self, help: Help) -> FoundPrompt:
        """The prompt in force. One of ours that is missing or broken is a bug."""
        ours = parse_prompt((self._carried / f"{help}.md").read_text(encoding="utf-8"))
        file = self._own / f"{help}.md"
        try:
            return FoundPrompt(_fit(_read(file), ours), is_own=True)
        except (FileNotFoundError, NotADirectoryError):
            return FoundPrompt(ours)
        except (OSError, ValueError) as problem:
            why = problem.strerror if isinstance(problem, OSError) else problem
            told = f"Your own prompt {file.name} is not used, because {why}."
            return FoundPrompt(ours, problem=told)


def _read(file: Path) -> Prompt:
    """Raises OSError, or PromptBroken with what the person can mend."""
    if file.stat().st_size > MOST_BYTES:
        raise PromptBroken(f"it is larger than {MOST_BYTES // 1000} kB")
    try:
        return parse_prompt(file.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise PromptBroken("it is not text in UTF-8") from error


def _fit(own: Prompt, ours: Prompt) -> Prompt:
    """The person's prompt, if it can be filled with what this kind of help has to give."""
    if unknown := sorted(set(own.variables) - set(ours.variables)):
        known = ", ".join(ours.variables)
        raise PromptBroken(f"there is nothing called {unknown[0]} to fill in, only {known}")
    return own
