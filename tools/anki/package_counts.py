"""Imports a package of ours, which may be large, into a new collection of Anki and prints, as JSON, how much it then holds.

argv: an .apkg or .colpkg.
"""

import json
import sys
import tempfile
import time

from importing import imported

with tempfile.TemporaryDirectory() as folder:
    began = time.monotonic()
    collection = imported(sys.argv[1], folder)
    seconds = time.monotonic() - began
    _, sound = collection.fix_integrity()
    reviews = collection.db.scalar("select count(*) from revlog")
    facts = {"sound": sound, "notes": collection.note_count(), "cards": collection.card_count(), "reviews": reviews}
    json.dump({**facts, "seconds": seconds}, sys.stdout)
    collection.close()
