"""Shared by the scripts graders/ID/fixtures.py: writes graders/ID/fixtures/NAME.json in the format of docs/exercise-format.md.

The truth libraries live in a virtual environment of their own:

    python3 -m venv truth
    truth/bin/pip install numpy scipy opencv-python-headless pycocotools torch torchvision
    ANNEAL_TRUTH_PYTHON=truth/bin/python npm run fixtures -- median-filter

Each script draws from a fixed seed, so a second run changes a fixture only where a library changed its answer.
"""

import base64
import json
import re
from importlib.metadata import version
from pathlib import Path

import numpy as np

GRADERS = Path(__file__).resolve().parents[1] / "graders"
DTYPES = {"uint8": "u8", "int32": "i32", "float32": "f32", "float64": "f64"}


def encode(value):
    if isinstance(value, np.ndarray):
        little = np.ascontiguousarray(value).astype(value.dtype.newbyteorder("<"))
        return {
            "dtype": DTYPES[value.dtype.name],
            "shape": list(value.shape),
            "data": base64.b64encode(little.tobytes()).decode("ascii"),
        }
    if isinstance(value, dict):
        return {"record": {name: encode(field) for name, field in value.items()}}
    if isinstance(value, float) and not np.isfinite(value):
        return {"number": "NaN" if value != value else "Infinity" if value > 0 else "-Infinity"}
    return value


def named(case):
    """Scripts write every count with a plural; one of them is put into the singular here."""
    return {**case, "en": re.sub(r"(?<![\w.x-])(?<!x )1 ([a-z]+?)((?<=s|x)es|s)\b", r"1 \1", case["en"])}


def write(exercise, name, call, packages, cases):
    """`cases` are ({"en": name, "zh": name}, args, expected); `call` and the packages' versions are recorded as the truth."""
    versions = ", ".join(f"{package} {version(package)}" for package in packages)
    folder = GRADERS / exercise / "fixtures"
    folder.mkdir(parents=True, exist_ok=True)
    lines = [
        json.dumps({"name": named(case), "args": [encode(arg) for arg in args], "expected": encode(expected)}, ensure_ascii=False)
        for case, args, expected in cases
    ]
    text = f'{{ "truth": {json.dumps(f"{call}; {versions}")}, "cases": [\n  ' + ",\n  ".join(lines) + "\n] }\n"
    (folder / f"{name}.json").write_text(text, encoding="utf-8")
    print(f"{exercise}/fixtures/{name}.json: {len(lines)} cases, {len(text)} bytes")
