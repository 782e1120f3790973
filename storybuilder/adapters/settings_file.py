"""The person's settings, in a file that people may edit by hand."""

import json
from datetime import UTC, datetime
from pathlib import Path

from storybuilder.adapters.whole_file import beside, encoded, patiently, unwritable, write_whole
from storybuilder.core.documents import FORMAT, format_of, settings_document, settings_from
from storybuilder.core.settings import Settings
from storybuilder.errors import SettingsUnreadable


def load_settings(path: Path) -> Settings:
    """What the person chose; the defaults when there is no file. Raises SettingsUnreadable."""
    try:
        document = json.loads(patiently(path.read_bytes))
        if isinstance(document, dict) and format_of({"format": FORMAT, **document}) > FORMAT:
            raise SettingsUnreadable(f"{path} was written by a later version of storybuilder")
        return settings_from(document)
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except OSError as error:
        raise SettingsUnreadable(f"{path} could not be read ({error.strerror})") from error
    except json.JSONDecodeError as error:
        raise SettingsUnreadable(f"{path} is not valid JSON at line {error.lineno}") from error
    except UnicodeDecodeError as error:
        raise SettingsUnreadable(f"{path} is not text in UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise SettingsUnreadable(f"{path} holds a wrong value: {error}") from error


def save_settings(path: Path, settings: Settings) -> None:
    """Write what differs from the defaults, all or nothing. Raises LibraryUnwritable."""
    document = {"format": FORMAT, **settings_document(settings)}
    write_whole(path, encoded(document, indent=2))


def set_aside(path: Path) -> Path:
    """Rename a broken file, so that the defaults hold, and return its new name.

    Raises LibraryUnwritable.
    """
    aside = beside(path, "broken", datetime.now(UTC))
    try:
        patiently(lambda: path.rename(aside))
    except OSError as error:
        raise unwritable(path.name, path.parent, error) from error
    return aside
