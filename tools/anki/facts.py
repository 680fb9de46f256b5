"""What a collection of Anki holds, by what its notes are known by everywhere."""

import os

CARDS = """
select n.guid || '#' || c.ord, c.id, c.type, c.queue, c.due, c.ivl, c.reps, c.lapses, c.flags
from cards c join notes n on n.id = c.nid
"""
REVIEWS = """
select n.guid || '#' || c.ord, r.id, r.ease
from revlog r join cards c on c.id = r.cid join notes n on n.id = c.nid order by r.id
"""


def facts_of(collection):
    problems, sound = collection.fix_integrity()
    media = collection.media.check()
    return {
        "problems": "" if sound and "\n" not in problems else problems,
        "notes": notes_in(collection),
        "cards": cards_in(collection),
        "reviews": collection.db.all(REVIEWS),
        "decks": [deck.name for deck in collection.decks.all_names_and_ids()],
        "tags": collection.tags.all(),
        "media": sorted(name for name in os.listdir(collection.media.dir())),
        "unsound media": [*media.missing, *media.unused],
    }


def notes_in(collection):
    """By guid: note type, deck of the first card, tags and fields."""
    found = {}
    for number in collection.find_notes(""):
        note = collection.get_note(number)
        deck = collection.decks.name(note.cards()[0].did)
        found[note.guid] = [note.note_type()["name"], deck, sorted(note.tags), note.fields]
    return found


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
