"""What may recognise the text of scanned pages, whether it is installed, and what to do where it is not."""

from __future__ import annotations

import importlib.util
import shutil
from typing import Literal

#: ``auto`` is rapidocr where it is installed. tesseract makes more mistakes in figures, so it is used only where it is asked for.
Ocr = Literal["auto", "rapidocr", "tesseract", "off"]
CHOICES: tuple[Ocr, ...] = ("auto", "rapidocr", "tesseract", "off")

INSTALL = "pip install 'panelpapers[ocr]'"


Program = Literal["rapidocr", "tesseract"]


def available(choice: Ocr) -> Program | None:
    """What is to be used; None where nothing is wanted, or what is wanted is not installed."""
    if choice in ("auto", "rapidocr") and all(map(importlib.util.find_spec, ("rapidocr", "onnxruntime"))):
        return "rapidocr"
    if choice == "tesseract" and shutil.which("tesseract") and importlib.util.find_spec("numpy"):
        return "tesseract"
    return None


def what_to_do(choice: Ocr) -> str:
    """What to do so that scanned pages are read, where nothing is ``available``."""
    if choice == "off":
        return "ingest it again with --reprocess and without --ocr off"
    if choice == "tesseract":
        return f"install the program tesseract ({INSTALL} as well) and ingest it again with --reprocess"
    return f"install what recognises text ({INSTALL}) and ingest it again with --reprocess"
