# diagnosis: border-reflect
# from: slow/median_of_windows.py
# what scipy.ndimage calls "reflect", its default, is "symmetric" in numpy
# -     padded = np.pad(image, ksize // 2, mode="edge")
# +     padded = np.pad(image, ksize // 2, mode="symmetric")
