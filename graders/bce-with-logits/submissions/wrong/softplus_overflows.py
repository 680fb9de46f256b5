# diagnosis: exponential-overflows-above
# from: accepted/as_documented.py
# -     loss = np.maximum(x, 0) - x * z + np.log1p(np.exp(-np.abs(x)))
# +     loss = np.log(1 + np.exp(x)) - x * z
