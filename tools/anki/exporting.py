"""All four ways in which Anki writes a collection."""

import os

from anki.collection import ExportAnkiPackageOptions


def export_all(collection, folder):
    """current.apkg, legacy.apkg, current.colpkg and legacy.colpkg; the collection is closed then."""
    for name, legacy in [("current", False), ("legacy", True)]:
        options = ExportAnkiPackageOptions(
            with_scheduling=True, with_deck_configs=True, with_media=True, legacy=legacy
        )
        collection.export_anki_package(out_path=os.path.join(folder, f"{name}.apkg"), options=options, limit=None)
    for name, legacy in [("current", False), ("legacy", True)]:
        collection.export_collection_package(
            os.path.join(folder, f"{name}.colpkg"), include_media=True, legacy=legacy
        )
        collection.reopen()
    collection.close()
