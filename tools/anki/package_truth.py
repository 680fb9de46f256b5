"""Imports a package of ours into a new collection of Anki and prints, as JSON, what Anki then has.

argv: an .apkg or .colpkg, the learner's local time minus UTC in minutes, and how often to import it.
"""

import json
import os
import sys
import tempfile

path, offset, times = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
os.environ["TZ"] = f"XXX{-offset // 60}"

from facts import facts_of  # noqa: E402
from importing import added, imported  # noqa: E402

with tempfile.TemporaryDirectory() as folder:
    collection = imported(path, folder)
    for _ in range(times - 1):
        collection.close()
        collection = added(path, folder)
    json.dump(facts_of(collection), sys.stdout)
    collection.close()
