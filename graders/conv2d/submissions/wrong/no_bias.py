# diagnosis: bias-ignored
# from: reference.py
# -     return np.concatenate(parts).swapaxes(0, 1) + bias[:, None, None]
# +     return np.concatenate(parts).swapaxes(0, 1)
