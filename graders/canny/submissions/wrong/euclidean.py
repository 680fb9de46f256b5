# diagnosis: magnitude-l2
# from: reference.py
# -     m = np.abs(gx) + np.abs(gy)
# +     m = np.sqrt(gx**2 + gy**2)
