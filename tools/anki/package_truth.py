"""Imports a package of ours into a new collection of Anki and prints, as JSON, what Anki then has.

argv: an .apkg or .colpkg, the learner's local time minus UTC in minutes, and how often to import it.
"""

import json
import os
import sys
import tempfile

path, offset, times = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
os.environ["TZ"] = f"XXX{-offset // 60}"

from importing import added, imported  # noqa: E402

CARDS = """
select n.guid || '#' || c.ord, c.id, c.type, c.queue, c.due, c.ivl, c.reps, c.lapses, c.flags
from cards c join notes n on n.id = c.nid
"""
REVIEWS = """
select n.guid || '#' || c.ord, r.id, r.ease
from revlog r join cards c on c.id = r.cid join notes n on n.id = c.nid order by r.id
"""


def cards_in(collection):
    """By guid and place; the day of a review counts from today."""
    backend, today, found = collection._backend, collection.sched.today, {}
    for key, number, kind, queue, due, *rest in collection.db.all(CARDS):
        memory = None
        if kind != 0:
            stats = backend.card_stats(number)
            replayed = backend.compute_memory_state(number).state
            memory = [stats.fsrs_retrievability, stats.memory_state.stability, replayed.stability, replayed.difficulty]
        found[key] = [kind, queue, due - today if kind == 2 else due, *rest, memory]
    return found


with tempfile.TemporaryDirectory() as folder:
    collection = imported(path, folder)
    for _ in range(times - 1):
        collection.close()
        collection = added(path, folder)
    problems, sound = collection.fix_integrity()
    media = collection.media.check()
    facts = {
        "problems": "" if sound and "\n" not in problems else problems,
        "notes": collection.note_count(),
        "cards": cards_in(collection),
        "reviews": collection.db.all(REVIEWS),
        "decks": [deck.name for deck in collection.decks.all_names_and_ids()],
        "tags": collection.tags.all(),
        "media": sorted(os.listdir(os.path.join(folder, "collection.media"))),
        "unsound media": [*media.missing, *media.unused],
    }
    json.dump(facts, sys.stdout)
    collection.close()
