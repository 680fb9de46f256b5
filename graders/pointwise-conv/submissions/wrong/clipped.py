# diagnosis: none
# from: reference.py
# nobody asked for clipping
# -     return np.matmul(weight, x.reshape(n, c, h * w)).reshape(n, len(weight), h, w)
# +     return np.clip(np.matmul(weight, x.reshape(n, c, h * w)), -2, 2).reshape(n, len(weight), h, w)
