"""Imports an archive into a new collection of Anki, and exports that in all four ways.

argv: the archive, a folder to write to, and local time minus UTC in minutes.
"""

import os
import sys
import tempfile

path, out, offset = sys.argv[1], sys.argv[2], int(sys.argv[3])
os.environ["TZ"] = f"XXX{-offset // 60}"

from exporting import export_all  # noqa: E402
from importing import imported  # noqa: E402

with tempfile.TemporaryDirectory() as folder:
    export_all(imported(path, folder), out)
