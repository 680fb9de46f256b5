# diagnosis: channels-last
# from: reference.py
# -     cells = t.transpose(0, 2, 3, 1).astype(np.float64)
# +     cells = t.reshape(count, height, width, channels).astype(np.float64)
