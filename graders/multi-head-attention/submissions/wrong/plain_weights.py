# diagnosis: weights-not-transposed
# from: reference.py
# -     q, k, v = ((x @ weight.T).reshape(length, heads, -1).transpose(1, 0, 2) for weight in (wq, wk, wv))
# +     q, k, v = ((x @ weight).reshape(length, heads, -1).transpose(1, 0, 2) for weight in (wq, wk, wv))
# -     return (mixed @ wo.T).astype(np.float32)
# +     return (mixed @ wo).astype(np.float32)
