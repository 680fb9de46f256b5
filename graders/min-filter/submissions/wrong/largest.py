# diagnosis: largest-instead
# from: accepted/inverted_maximum.py
# -     dark = np.pad(255 - image, ksize // 2, mode="edge")
# +     dark = np.pad(image, ksize // 2, mode="edge")
# -     return 255 - largest(np.ascontiguousarray(down.T), ksize).T
# +     return largest(np.ascontiguousarray(down.T), ksize).T
