# diagnosis: border-wrap
# from: accepted/doubled_windows.py
# -     padded = np.pad(image, ksize // 2, mode="edge")
# +     padded = np.pad(image, ksize // 2, mode="wrap")
