# diagnosis: border-wrap
# from: slow/median_of_windows.py
# -     padded = np.pad(image, ksize // 2, mode="edge")
# +     padded = np.pad(image, ksize // 2, mode="wrap")
