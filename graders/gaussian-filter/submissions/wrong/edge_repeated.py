# diagnosis: border-reflect
# from: accepted/convolved_rows.py
# -     return np.pad(line, r, mode="reflect") if len(line) > 1 else np.repeat(line, 2 * r + 1)
# +     return np.pad(line, r, mode="symmetric")
