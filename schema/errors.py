"""What can go wrong, in words for a person: what was seen, where, and what to do. Each error knows its exit code.

The codes are those of the command line: 1 unexpected, 2 wrong usage or nothing to read, 3 some papers failed, 4 the database
cannot be used, 5 the cluster cannot be used, 130 interrupted.
"""

from __future__ import annotations

from typing import ClassVar

from schema.reading import Problem


class PanelPapersError(Exception):
    """Something this program knows how to explain; its message is one sentence."""

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str):
        self.message = message
        super().__init__(message)

    def __reduce__(self) -> tuple[type[Exception], tuple[object, ...]]:
        # An error raised in a worker process arrives whole in the one that waits for it.
        return type(self), (self.message,)


class WrongUsage(PanelPapersError):
    """The command cannot mean what was typed: an unknown force, a day that is none."""

    exit_code = 2


class NothingToRead(PanelPapersError):
    """No such file or folder, or no paper in it."""

    exit_code = 2


class SomeFailed(PanelPapersError):
    """Some papers are not in; the others are."""

    exit_code = 3


class Unreadable(PanelPapersError):
    """A file, or one page of it, cannot be read; the other papers go on.

    ``problems`` are what is to be told of its pages one by one.

    Example: ``minutes.pdf, page 3: the page is an image without text; run OCR on the file and ingest it again``.
    """

    exit_code = 3

    def __init__(self, file: str, page: int | None, what: str, do: str, problems: tuple[Problem, ...] = ()):
        self.file, self.page, self.what, self.do, self.problems = file, page, what, do, problems
        place = file if page is None else f"{file}, page {page}"
        super().__init__(f"{place}: {what}; {do}")

    def __reduce__(self) -> tuple[type[Exception], tuple[object, ...]]:
        return type(self), (self.file, self.page, self.what, self.do, self.problems)


class DatabaseUnusable(PanelPapersError):
    """The database cannot be opened or written; what it held before is untouched.

    Example: ``panel.db: the disk is full; make room and run the command again (what was saved before is untouched)``.
    """

    exit_code = 4

    def __init__(self, path: str, what: str, do: str):
        self.path, self.what, self.do = path, what, do
        super().__init__(f"{path}: {what}; {do}")

    def __reduce__(self) -> tuple[type[Exception], tuple[object, ...]]:
        return type(self), (self.path, self.what, self.do)


class ClusterUnusable(PanelPapersError):
    """The cluster that was to read cannot be used, or not any more; what was finished is in.

    Example: ``tcp://10.0.0.5:8786: the scheduler is gone; start it and its workers and run the command again``.
    """

    exit_code = 5

    def __init__(self, address: str, what: str, do: str):
        self.address, self.what, self.do = address, what, do
        super().__init__(f"{address}: {what}; {do}")

    def __reduce__(self) -> tuple[type[Exception], tuple[object, ...]]:
        return type(self), (self.address, self.what, self.do)


class CannotLoad(PanelPapersError):
    """What reads papers cannot be loaded: this installation is broken, and no paper is to blame."""

    def __init__(self, what: str):
        self.what = what
        super().__init__(
            f"what reads papers cannot be loaded ({what}); install panelpapers again, `panelpapers doctor` tells what is missing"
        )

    def __reduce__(self) -> tuple[type[Exception], tuple[object, ...]]:
        return type(self), (self.what,)


class NotSaved(PanelPapersError):
    """A reading contradicts itself, so nothing of it was saved; a fault of this program, not of the paper."""

    def __init__(self, file: str, what: str):
        self.file, self.what = file, what
        super().__init__(f"{file}: {what}, so nothing of it was saved; please report this with the paper")

    def __reduce__(self) -> tuple[type[Exception], tuple[object, ...]]:
        return type(self), (self.file, self.what)


class Interrupted(PanelPapersError):
    """Stopped by the person; what was finished is in."""

    exit_code = 130
