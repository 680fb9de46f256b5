# diagnosis: hard-takes-all-ties
# from: accepted/straight_through.py
# -     one_hot = np.eye(soft.shape[-1], dtype=np.float32)[soft.argmax(axis=-1)]
# -     return one_hot - soft + soft
# +     return (soft == soft.max(axis=-1, keepdims=True)).astype(np.float32)
