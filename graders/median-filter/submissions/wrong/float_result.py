# verdict: invalid-output
# from: slow/median_of_windows.py
# -     return np.median(windows, axis=(2, 3)).astype(np.uint8)
# +     return np.median(windows, axis=(2, 3))  # float64, not uint8
