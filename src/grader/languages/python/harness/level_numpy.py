"""Lets numpy compute alike on every processor: what it has for newer ones sorts ties otherwise. The build
puts this file before python.py."""

import glob
import importlib.util
import os

# The sentence of numpy's core that names what its build can choose from. Nothing else knows before numpy is
# loaded, and it reads the variable but once, complains of names that it does not know, and does not load at
# all where one is part of what its build takes for given.
BEFORE_NAMES = b"not part of the dispatched optimizations\n("


def level_numpy():
    found = importlib.util.find_spec("numpy")
    for folder in (found and found.submodule_search_locations) or []:
        for core in glob.glob(os.path.join(glob.escape(folder), "*core", "_multiarray_umath*")):
            names = features_in(core)
            if names:
                os.environ["NPY_DISABLE_CPU_FEATURES"] = names


def features_in(core):
    """Read from its end, near which they are; a sentence may begin in one piece and end in the next."""
    piece = bytearray(PIECE + LONGEST)
    try:
        with open(core, "rb", buffering=0) as file:
            for at in range(file.seek(0, os.SEEK_END) - PIECE, -PIECE, -PIECE):
                file.seek(max(0, at))
                file.readinto(piece)
                found = piece.find(BEFORE_NAMES)
                if found >= 0:
                    return piece[found + len(BEFORE_NAMES) : piece.find(b")", found)].decode()
    except (OSError, ValueError):
        pass
    return ""


PIECE, LONGEST = 2**17, 2**10
