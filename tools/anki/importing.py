"""Both ways in which Anki takes an archive."""

import os

from anki._backend import RustBackend
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest


def imported(path, folder):
    return replaced(path, folder) if path.endswith(".colpkg") else added(path, folder)


def replaced(path, folder):
    """What Anki does with a .colpkg, before it opens the collection."""
    place = os.path.join(folder, "collection.anki2")
    media = os.path.join(folder, "collection.media")
    RustBackend().import_collection_package(
        col_path=place, backup_path=path, media_folder=media, media_db=f"{media}.db2"
    )
    return Collection(place)


def added(path, folder):
    """To what is there, or to a new collection."""
    collection = Collection(os.path.join(folder, "collection.anki2"))
    collection.set_config("fsrs", True)
    options = ImportAnkiPackageOptions(with_scheduling=True)
    collection.import_anki_package(ImportAnkiPackageRequest(package_path=path, options=options))
    return collection
