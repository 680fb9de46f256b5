"""Puts a review log into a new Anki collection and prints, as JSON, what Anki's own backend makes of it.

stdin: {"weights": [...], "reviews": [[card, at_ms, rating], ...]}, in order of time, each at another millisecond.
"""

import json
import os
import sys
import tempfile

os.environ["TZ"] = "UTC"

from anki.collection import Collection  # noqa: E402

given = json.load(sys.stdin)
with tempfile.TemporaryDirectory() as folder:
    collection = Collection(os.path.join(folder, "collection.anki2"))
    collection.set_config("fsrs", True)
    config = collection.decks.config_dict_for_deck_id(1)
    config["fsrsParams6"] = given["weights"]
    collection.decks.update_config(config)

    ids = {}
    kind = collection.models.by_name("Basic")
    for card, at, rating in given["reviews"]:
        seen = card in ids
        if not seen:
            note = collection.new_note(kind)
            note["Front"] = note["Back"] = card
            collection.add_note(note, 1)
            ids[card] = note.card_ids()[0]
        collection.db.execute(
            "insert into revlog values (?, ?, -1, ?, 1, 1, 500, 8000, ?)", at, ids[card], rating, int(seen)
        )
    collection.db.execute("update cards set type = 2, queue = 2, ivl = 1, reps = 1")

    backend = collection._backend
    states = {}
    for card, number in ids.items():
        state = backend.compute_memory_state(number).state
        states[card] = [state.stability, state.difficulty]
    fitted = backend.compute_fsrs_params(
        search="deck:*", current_params=[], ignore_revlogs_before_ms=0, num_of_relearning_steps=1, health_check=False
    )
    json.dump({"states": states, "items": fitted.fsrs_items, "weights": list(fitted.params)}, sys.stdout)
    collection.close()
