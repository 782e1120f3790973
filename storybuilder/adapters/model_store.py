"""Speech models on this computer: one folder each, there only when complete."""

import errno
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from storybuilder.adapters.model_folder import check_folder
from storybuilder.adapters.model_hub import HubFile, ModelHub
from storybuilder.adapters.whole_file import private_folder
from storybuilder.core.speech_model import SpeechModel, model_names, speech_model
from storybuilder.errors import (
    ModelDownloadFailed,
    ModelNotDeleted,
    SpeechModelBroken,
    SpeechModelMissing,
)

SPARE_BYTES = 50_000_000
"""Left free on the disk: a download must not take the room of the next recording."""
_UNFINISHED, _GOING = ".part", ".gone"


def _free_bytes(folder: Path) -> int:
    return shutil.disk_usage(folder).free


class ModelStore:
    """The folder with the models, and the way to fill it."""

    def __init__(
        self,
        models: Path,
        hub: ModelHub | None = None,
        free_bytes: Callable[[Path], int] = _free_bytes,
    ) -> None:
        self._models = models
        self._hub = hub or ModelHub()
        self._free_bytes = free_bytes

    def folder(self, name: str) -> Path:
        """The folder of an installed model. Quick. Raises SpeechModelMissing, SpeechModelBroken."""
        folder = self._models / name
        if Path(name).name != name or not folder.is_dir():
            raise SpeechModelMissing(f"the speech model {name} is not on this computer")
        return check_folder(folder)

    def check_folder(self, folder: Path) -> Path:
        """Return a folder from anywhere if it holds a complete model. Quick.

        Raises SpeechModelMissing or SpeechModelBroken.
        """
        return check_folder(folder)

    def installed(self) -> tuple[str, ...]:
        """Names of the models that are complete and ready. Quick."""
        if not self._models.is_dir():
            return ()
        folders = sorted(path for path in self._models.iterdir() if path.is_dir())
        return tuple(folder.name for folder in folders if _is_ready(folder))

    def kept_bytes(self, name: str) -> int:
        """How much of the disk a model takes, complete or not. Quick."""
        return sum(_size(folder) for folder in self._folders(name))

    def download_bytes(self, name: str) -> int:
        """Ask the hub how large a download is. Raises ModelDownloadFailed."""
        return sum(file.size_bytes for file in self._hub.files(_known(name).repository))

    def delete(self, name: str) -> int:
        """Delete a model, or what arrived of one, and return the bytes that it took.

        A program that has loaded it goes on with it. Raises ModelNotDeleted.
        """
        freed = self.kept_bytes(name)
        try:
            if self._folders(name):
                with FileLock(self._models / f".{name}.lock", timeout=0):
                    for folder in self._folders(name):
                        _remove(folder)
        except Timeout as error:
            raise ModelNotDeleted(
                f"{name} is being downloaded", "stop the download first."
            ) from error
        except OSError as error:
            raise ModelNotDeleted(f"{name} could not be deleted ({error.strerror})") from error
        return freed

    def _folders(self, name: str) -> tuple[Path, ...]:
        """What there is of a model: its folder, the unfinished one, one that was half deleted."""
        if speech_model(name) is None:
            return ()
        named = (name, name + _UNFINISHED, name + _GOING)
        return tuple(self._models / one for one in named if (self._models / one).is_dir())

    def download(
        self, name: str, told: Callable[[float], None], stopped: Callable[[], bool]
    ) -> bool:
        """Fetch a model; True when it is ready, False if `stopped()` said so.

        What arrived is kept as `<name>.part` and continued by the next call, in this program or
        a later one. A stop is heard between two pieces of 256 KiB, so on a dead connection only
        after its time limit. Raises ModelDownloadFailed.
        """
        model = _known(name)
        if name not in self.installed():
            with self._disk_failures(), self._alone(name):
                if not self._fetch(model, told, stopped):
                    return False
        told(1.0)
        return True

    def _fetch(
        self, model: SpeechModel, told: Callable[[float], None], stopped: Callable[[], bool]
    ) -> bool:
        unfinished = self._models / (model.name + _UNFINISHED)
        unfinished.mkdir(exist_ok=True)
        files = self._hub.files(model.repository)
        self._check_room(files, unfinished)
        total = sum(file.size_bytes for file in files)
        before = 0
        for file in files:
            if stopped():
                return False
            said = _Progress(told, before, total)
            if not file.is_whole(unfinished / file.name) and not self._hub.fetch(
                file, unfinished / file.name, said, stopped
            ):
                return False
            before += file.size_bytes
            told(before / total)
        self._put_in_place(unfinished, model.name)
        return True

    def _put_in_place(self, unfinished: Path, name: str) -> None:
        try:
            check_folder(unfinished)
        except SpeechModelBroken as error:
            raise ModelDownloadFailed(
                f"the hub's copy of {name} is incomplete", "choose another model."
            ) from error
        # Only a folder that installed() does not count can be in the way.
        if (self._models / name).exists():
            shutil.rmtree(self._models / name)
        unfinished.rename(self._models / name)

    def _check_room(self, files: tuple[HubFile, ...], unfinished: Path) -> None:
        here = sum(path.stat().st_size for path in unfinished.iterdir() if path.is_file())
        needed = sum(file.size_bytes for file in files) - here + SPARE_BYTES
        free = self._free_bytes(unfinished)
        if free < needed:
            raise ModelDownloadFailed(
                f"the download needs {needed / 1e6:.0f} MB and the disk has {free / 1e6:.0f} MB",
                "free some space, then start it again.",
            )

    @contextmanager
    def _alone(self, name: str) -> Iterator[None]:
        """Two windows must not write to the same files."""
        private_folder(self._models)
        try:
            with FileLock(self._models / f".{name}.lock", timeout=0):
                yield
        except Timeout as error:
            raise ModelDownloadFailed(
                f"another window is downloading {name} already", "wait until it has finished."
            ) from error

    @contextmanager
    def _disk_failures(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise ModelDownloadFailed(
                    "the disk is full", "free some space; the download continues where it stopped."
                ) from error
            raise ModelDownloadFailed(
                f"the model cannot be written to {self._models}",
                "choose a folder you may write to with --data-dir.",
            ) from error


class _Progress:
    """Bytes of one file, told as the share of all files."""

    def __init__(self, told: Callable[[float], None], before: int, total: int) -> None:
        self._told, self._before, self._total = told, before, total

    def __call__(self, arrived: int) -> None:
        self._told((self._before + arrived) / self._total)


def _known(name: str) -> SpeechModel:
    model = speech_model(name)
    if model is None:
        raise ModelDownloadFailed(
            f"there is no speech model named {name}", f"choose one of {model_names()}."
        )
    return model


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _remove(folder: Path) -> None:
    """A model goes at once, however long its files take: half of one is never found."""
    going = folder.with_name(folder.name.removesuffix(_GOING) + _GOING)
    if folder != going:
        shutil.rmtree(going, ignore_errors=True)
        folder.rename(going)
    shutil.rmtree(going)


def _is_ready(folder: Path) -> bool:
    if folder.name.endswith((_UNFINISHED, _GOING)):
        return False
    try:
        check_folder(folder)
    except (SpeechModelBroken, SpeechModelMissing):
        return False
    return True
