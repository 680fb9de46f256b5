# diagnosis: duplicates-counted
# from: reference.py
# -             overlap[:, best] = -1
