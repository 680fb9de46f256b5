# diagnosis: none
# from: reference.py
# -     exps = np.exp((noisy - noisy.max(axis=1, keepdims=True)) / tau)
# +     exps = np.exp((noisy - noisy.min(axis=1, keepdims=True)) / tau)
