# diagnosis: above-alone
# from: reference.py
# -     return np.minimum(np.maximum(grad, np.float32(-limit)), np.float32(limit))
# +     return np.minimum(grad, np.float32(limit))
