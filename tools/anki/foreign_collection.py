"""Makes a collection of Anki as a learner there has it, and exports it in all four ways.

argv: a folder for current.apkg, legacy.apkg, current.colpkg and legacy.colpkg, and local time minus UTC in minutes. Prints, as JSON, what the collection holds.
"""

import json
import os
import random
import sys
import tempfile
import time

os.environ["TZ"] = f"XXX{-int(sys.argv[2]) // 60}"

from anki.deck_config_pb2 import UpdateDeckConfigsRequest  # noqa: E402
from anki.collection import Collection  # noqa: E402
from exporting import export_all  # noqa: E402
from facts import facts_of  # noqa: E402

CARDS = 40
DAYS = 60
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154"
    "78da63f8cfc0000003010100f70341430000000049454e44ae426082"
)


def add(collection, kind, deck, tags=(), **fields):
    note = collection.new_note(collection.models.by_name(kind))
    for name, value in fields.items():
        note[name.replace("_", " ")] = value
    note.tags = list(tags)
    collection.add_note(note, collection.decks.id(deck))
    return note


def add_notes(collection):
    collection.media.write_data("pixel.png", PIXEL)
    collection.media.write_data("词.png", PIXEL)
    add(collection, "Basic", "Vision::Filters", ["a::b", "x"], Front="What is <b>this</b>? <img src=\"pixel.png\">", Back="A &lt;pixel&gt;<br>of \\(x_{a_{b}}\\)")
    add(collection, "Basic", "Default", Front="<ul><li>one</li><li>two</li></ul>", Back="<pre><code>a  b\n  c</code></pre><img src=\"词.png\">")
    add(collection, "Basic (and reversed card)", "Vision", Front="卷积", Back="convolution")
    add(collection, "Cloze", "Vision::Filters", Text="The {{c1::median::statistic}} keeps {{c2::edges}} and {{c1::medians}}.", Back_Extra="extra")
    add(collection, "Basic (type in the answer)", "Vision", Front="2 + 2", Back="4")
    for number in range(CARDS):
        add(collection, "Basic", "Vision::Many", Front=f"question {number}", Back=f"answer {number}")


def study(collection):
    """A history of the past, from which Anki itself makes the memories and due days."""
    draw, now = random.Random(1), int(time.time())
    for number, card in enumerate(collection.find_cards("deck:Vision::Many or deck:Vision::Filters")):
        at, interval, reps = now - (DAYS - draw.random()) * 86400, 0, 0
        while at < now - 86400:
            ease = draw.choice([2, 3, 3, 3, 4]) if interval else 3
            kind = 1 if interval else 0
            last, interval, reps = interval, max(1, round((interval or 1) * draw.uniform(1.2, 2.5))), reps + 1
            collection.db.execute(
                "insert or ignore into revlog values (?, ?, -1, ?, ?, ?, 500, ?, ?)",
                int(at * 1000), card, ease, interval, last, draw.randint(1000, 20000), kind,
            )
            answered, at = at, at + interval * 86400
        collection.db.execute(
            "update cards set type = 2, queue = 2, ivl = ?, due = ?, reps = ?, factor = 2500 where id = ?",
            interval, day_of(collection, answered) + interval, reps, card,
        )
    turn_on_fsrs(collection)


def day_of(collection, at):
    return collection.sched.today - int((collection.sched.day_cutoff - 1 - at) // 86400)


def turn_on_fsrs(collection):
    """As in the options of a deck: Anki then makes a memory of each history."""
    shown = collection._backend.get_deck_configs_for_update(1)
    request = UpdateDeckConfigsRequest(target_deck_id=1, configs=[entry.config for entry in shown.all_config], fsrs=True)
    collection.decks.update_deck_configs(request)


def mark(collection):
    cards = collection.find_cards("deck:Vision::Many")
    collection.sched.suspend_cards(cards[:2])
    collection.sched.bury_cards(cards[2:4])


with tempfile.TemporaryDirectory() as folder:
    out = sys.argv[1]
    collection = Collection(os.path.join(folder, "collection.anki2"))
    add_notes(collection)
    study(collection)
    mark(collection)
    json.dump(facts_of(collection), sys.stdout)
    export_all(collection, out)
