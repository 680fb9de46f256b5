# diagnosis: ty-before-tx
# from: reference.py
# -     out = 1 / (1 + np.exp(-cells))
# +     out = 1 / (1 + np.exp(-cells))
# +     out[..., :2] = out[..., 1::-1].copy()
