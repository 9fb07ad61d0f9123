"""Make one download: ``python -m serve.export_process panel.db folder/observations.csv``."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from schema.database import read_database
from schema.errors import PanelPapersError
from serve.exports import write_one


def main(database: Path, file: Path) -> int:
    """Write the file that the name of the path asks for (see ``write_one``); 1 and a sentence on stderr if it cannot be."""
    with suppress(OSError, AttributeError):
        os.nice(10)
    try:
        db = read_database(database)
        write_one(db, file)
        db.close()
    except (PanelPapersError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
