"""A command with what it cost: ``python benchmarks/measured.py SECONDS OUTPUT COMMAND...`` prints one line of JSON.

The command's stdout goes to the file OUTPUT, its stderr to OUTPUT.err; after SECONDS it is ended. This program imports hardly anything
on purpose: the peak memory that the system tells of a process is never less than that of the process that started it.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

#: ``prctl``'s number for it.
PR_SET_CHILD_SUBREAPER = 36


@dataclass(frozen=True)
class Cost:
    """Seconds of CPU of the command and all its processes, seconds of the clock, and the megabytes of its largest process.

    ``code`` is the exit code, None where the time ran out.
    """

    code: int | None
    cpu: float
    wall: float
    peak: float


def cost_of(command: list[str], output: Path, *, seconds: float = 300) -> Cost:
    """Run a command by way of this program."""
    given = [sys.executable, __file__, str(seconds), str(output), *command]
    return Cost(**json.loads(subprocess.run(given, check=True, capture_output=True, text=True).stdout))


def adopt() -> None:
    """Make processes that the command leaves behind children of this one, so that what they used is told as well (Linux)."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def main(seconds: float, output: str, command: list[str]) -> int:
    adopt()
    start = time.monotonic()
    cpu = peak = wall = 0.0
    code: int | None = None
    with open(output, "wb") as out, open(output + ".err", "wb") as err:  # noqa: PTH123
        first = subprocess.Popen(command, stdout=out, stderr=err, start_new_session=True).pid
        ended = False
        while True:
            try:
                done, status, used = os.wait4(-1, os.WNOHANG)
            except ChildProcessError:
                break
            if done:
                cpu += used.ru_utime + used.ru_stime
                peak = max(peak, used.ru_maxrss / 1024)
                if done == first:
                    wall, code = time.monotonic() - start, os.waitstatus_to_exitcode(status)
                continue
            if not ended and time.monotonic() - start > seconds:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(first, signal.SIGKILL)
                ended = True
            time.sleep(0.01)
    print(json.dumps(asdict(Cost(None if ended else code, cpu, wall, peak))))
    return 0


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), sys.argv[2], sys.argv[3:]))
