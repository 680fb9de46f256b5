# diagnosis: none
# from: reference.py
# the statistics of layer normalisation
# -     deviation = np.sqrt(x.var(axis=0) + eps)
# -     normalised = (x - x.mean(axis=0)) / deviation
# +     deviation = np.sqrt(x.var(axis=1, keepdims=True) + eps)
# +     normalised = (x - x.mean(axis=1, keepdims=True)) / deviation
