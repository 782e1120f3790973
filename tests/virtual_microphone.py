"""A microphone without hardware: a sound server of our own whose loudspeaker is the microphone.

Needs `pulseaudio`, `pactl` and `paplay`, and ALSA's bridge to PulseAudio for PortAudio.
"""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

READY_WITHIN_S = 10.0
HEARING_BYTES = 1000
"""More than the header: the listener has begun."""
SESSION_VARIABLES = ("PULSE_SERVER", "DISPLAY", "DBUS_SESSION_BUS_ADDRESS")


class VirtualMicrophone:
    """Runs from when it is made until `stop()`; reached by programs that have its `environment`."""

    def __init__(self) -> None:
        # A socket's path may be 107 bytes long at most, so the folder's must be short.
        self._folder = Path(tempfile.mkdtemp(prefix="mic"))
        socket = self._folder / "s"
        self.environment = {
            "PULSE_SERVER": f"unix:{socket}",
            "PULSE_SOURCE": "microphone.monitor",
            "PULSE_SINK": "microphone",
        }
        self._server = subprocess.Popen(
            _server_command(socket),
            env=_apart_from_the_desktop(self._folder),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._players: list[subprocess.Popen[bytes]] = []
        self._wait_until_ready()

    def play(self, wav: Path) -> subprocess.Popen[bytes]:
        """Speak a WAV into the microphone, in real time; wait for the player to hear it out."""
        # With less latency the player, not the microphone, drops sound on a busy computer.
        command = ["paplay", "--latency-msec=500", str(wav)]
        player = subprocess.Popen(command, env={**os.environ, **self.environment})
        self._players.append(player)
        return player

    @contextmanager
    def overheard(self, wav: Path) -> Iterator[None]:
        """Keep in a WAV (16 kHz, mono) what programs play into it meanwhile."""
        command = ["parec", "--device=microphone.monitor", "--latency-msec=50", "--rate=16000"]
        command += ["--format=s16le", "--channels=1", "--file-format=wav", str(wav)]
        listener = subprocess.Popen(command, env={**os.environ, **self.environment})
        self._players.append(listener)
        wait_until(lambda: wav.exists() and wav.stat().st_size > HEARING_BYTES, READY_WITHIN_S)
        yield
        listener.terminate()
        listener.wait(timeout=10)

    def unplug(self) -> None:
        """Take the microphone away without warning."""
        self._server.kill()
        self._server.wait()

    def stop(self) -> None:
        """End everything this microphone started."""
        for process in (*self._players, self._server):
            if process.poll() is None:
                process.terminate()
            process.wait(timeout=10)
        shutil.rmtree(self._folder)

    def _wait_until_ready(self) -> None:
        deadline_s = time.monotonic() + READY_WITHIN_S
        while not self._answers():
            if self._server.poll() is not None or time.monotonic() > deadline_s:
                self.stop()
                raise RuntimeError("the sound server did not start")
            time.sleep(0.05)

    def _answers(self) -> bool:
        environment = {**os.environ, **self.environment}
        return not subprocess.run(
            ["pactl", "info"], env=environment, capture_output=True
        ).returncode


def wait_until(happened: Callable[[], object], patience_s: float) -> None:
    """Wait for something that takes time; it must not take more than this."""
    deadline_s = time.monotonic() + patience_s
    while not happened():
        assert time.monotonic() < deadline_s, "it never happened"
        time.sleep(0.01)


def _apart_from_the_desktop(folder: Path) -> dict[str, str]:
    """An environment in which a sound server meets no other one."""
    kept = {name: value for name, value in os.environ.items() if name not in SESSION_VARIABLES}
    own = ("HOME", "XDG_RUNTIME_DIR", "PULSE_RUNTIME_PATH", "PULSE_STATE_PATH")
    return kept | dict.fromkeys(own, str(folder))


def _server_command(socket: Path) -> list[str]:
    # norewinds: otherwise the sink holds two seconds back.
    sink = "module-null-sink sink_name=microphone rate=48000 channels=1 format=s16le norewinds=1"
    return [
        *("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"),
        *("--disable-shm=yes", "--realtime=no", "--high-priority=no"),
        *("-L", f"module-native-protocol-unix socket={socket} auth-anonymous=1"),
        *("-L", sink),
    ]
