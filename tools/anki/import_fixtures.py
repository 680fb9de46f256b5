"""Writes small packages by Anki itself, of each kind, for the tests of reading: test/interop/anki/fixtures.

What Anki held of each card stands beside them in truth.json.
"""

import json
import os
import random
import sys
import tempfile

os.environ["TZ"] = "UTC"

from anki.collection import Collection, ExportAnkiPackageOptions  # noqa: E402

folder = os.path.abspath(sys.argv[1])
random.seed(1)
NOW = 1_764_000_000  # 2025-11-24
DAY = 86_400

with tempfile.TemporaryDirectory() as scratch:
    col = Collection(os.path.join(scratch, "collection.anki2"))
    col.db.execute("update col set crt = ?", NOW - 400 * DAY - NOW % DAY + 4 * 3600)
    col.set_config("fsrs", True)
    col.set_config("creationOffset", 0)
    with open(os.path.join(scratch, "loss curve.png"), "wb") as file:
        file.write(
            bytes.fromhex(
                "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
                "0000000c4944415408d763f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
            )
        )
    image = col.media.add_file(os.path.join(scratch, "loss curve.png"))

    def add(kind, deck, fields, tags=()):
        note = col.new_note(col.models.by_name(kind))
        for name, value in fields.items():
            note[name] = value
        note.tags = list(tags)
        col.add_note(note, col.decks.id(deck))
        return note

    add("Basic", "Vision::CNN", {"Front": "What is a <b>receptive field</b>?", "Back": "The input region &lt;k&gt; that a unit sees."}, ["cnn", "basics::one"])
    add("Basic", "Vision::CNN", {"Front": f'Which curve is this? <img src="{image}">', "Back": "A loss<br>curve."})
    add("Basic", "Vision", {"Front": r"State \(a_i^2\) and \[\sum_i x_i\]", "Back": "<ul><li>one</li><li>two</li></ul><pre>x = [1]\ny *= 2</pre>"})
    add("Basic (and reversed card)", "Vision", {"Front": "IoU", "Back": "intersection over union"})
    add("Basic (type in the answer)", "Vision", {"Front": "2 + 2", "Back": "4"})
    add("Cloze", "Vision::Cloze", {"Text": "{{c1::Adam}} divides by {{c2::1 - beta^t::bias}}.", "Back Extra": "Kingma & Ba"})
    add("Cloze", "Vision::Cloze", {"Text": "{{c1::outer {{c2::inner}} end}} rest", "Back Extra": ""})
    add("Cloze", "Vision::Cloze", {"Text": r"\( {{c1::x}} + y \) is a sum", "Back Extra": ""})
    for number in range(6):
        add("Basic", "Reviewed", {"Front": f"reviewed {number}", "Back": f"answer {number}"})
    add("Basic", "Vision", {"Front": "suspended", "Back": "yes"})
    add("Basic", "Vision", {"Front": "buried", "Back": "yes"})

    def card_of(front):
        return col.get_card(col.find_cards(f'"{front}"')[0])

    for number in range(6):
        card = card_of(f"reviewed {number}")
        at = NOW - 90 * DAY
        kind, last = 0, 0
        for nth in range(4):
            ease = random.choice([1, 3, 3, 3, 4]) if nth else 3
            cut = number == 5 and nth < 2  # its first reviews are lost
            if not cut:
                col.db.execute(
                    "insert into revlog values (?, ?, -1, ?, ?, ?, 500, 7000, ?)",
                    (at + number * 7) * 1000 + nth, card.id, ease, [1, 4, 12, 30][nth], last, kind,
                )
            last = [1, 4, 12, 30][nth]
            kind = 1
            at += last * DAY
        card.type = card.queue = 2
        card.ivl, card.reps, card.lapses = 30, 4, 1
        card.due = 400 + number
        col.update_card(card)
        state = col._backend.compute_memory_state(card.id).state
        card = col.get_card(card.id)
        from anki.cards_pb2 import FsrsMemoryState

        card.memory_state = FsrsMemoryState(stability=state.stability, difficulty=state.difficulty)
        col.update_card(card)
    col.sched.suspend_cards([card_of("suspended").id])
    col.sched.bury_cards([card_of("buried").id], manual=True)

    truth = {}
    for cid in col.find_cards(""):
        card = col.get_card(cid)
        note = card.note()
        state = card.memory_state
        truth[f"{note.guid}/{card.ord}"] = {
            "front": note.fields[0],
            "type": card.type,
            "queue": card.queue,
            "due": card.due,
            "reviews": col.db.scalar("select count(*) from revlog where cid = ?", cid),
            "stability": state and state.stability,
            "difficulty": state and state.difficulty,
        }
    with open(os.path.join(folder, "truth.json"), "w") as file:
        json.dump(truth, file, indent=1, sort_keys=True)

    for name, legacy in (("latest.apkg", False), ("legacy-2.apkg", True)):
        options = ExportAnkiPackageOptions(with_scheduling=True, with_deck_configs=True, with_media=True, legacy=legacy)
        col.export_anki_package(out_path=os.path.join(folder, name), options=options, limit=None)
    # The version before that has another name for the same file.
    import zipfile

    with zipfile.ZipFile(os.path.join(folder, "legacy-2.apkg")) as given:
        with zipfile.ZipFile(os.path.join(folder, "legacy-1.apkg"), "w", zipfile.ZIP_DEFLATED) as old:
            for entry in given.namelist():
                if entry not in ("meta", "collection.anki2"):
                    old.writestr("collection.anki2" if entry == "collection.anki21" else entry, given.read(entry))
    col.export_collection_package(os.path.join(folder, "whole.colpkg"), include_media=True, legacy=False)
