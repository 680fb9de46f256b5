# diagnosis: window-at-corner
# from: slow/median_of_windows.py
# -     padded = np.pad(image, ksize // 2, mode="edge")
# +     padded = np.pad(image, (0, ksize - 1), mode="edge")
