"""A command with what it cost: ``python benchmarks/measured.py SECONDS OUTPUT COMMAND...`` prints one line of JSON.

The command's stdout goes to the file OUTPUT, its stderr to OUTPUT.err; after SECONDS it is ended. This program imports hardly anything
on purpose: the peak memory that the system tells of a process is never less than that of the process that started it.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path


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


def main(seconds: float, output: str, command: list[str]) -> int:
    start = time.monotonic()
    with open(output, "wb") as out, open(output + ".err", "wb") as err:  # noqa: PTH123
        child = subprocess.Popen(command, stdout=out, stderr=err, start_new_session=True)
        ended = False
        while True:
            done, status, used = os.wait4(child.pid, os.WNOHANG)
            if done:
                break
            if not ended and time.monotonic() - start > seconds:
                os.killpg(child.pid, signal.SIGKILL)
                ended = True
            time.sleep(0.01)
    wall = time.monotonic() - start
    code = None if ended else os.waitstatus_to_exitcode(status)
    print(json.dumps(asdict(Cost(code, used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024))))
    return 0


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), sys.argv[2], sys.argv[3:]))
