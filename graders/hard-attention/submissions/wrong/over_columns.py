# diagnosis: softmax-over-columns
# from: accepted/straight_through.py
# -     y = np.exp(y - y.max(axis=-1, keepdims=True))
# -     soft = y / y.sum(axis=-1, keepdims=True)
# +     y = np.exp(y - y.max(axis=0))
# +     soft = y / y.sum(axis=0)
