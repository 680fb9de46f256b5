# verdict: invalid-output
# from: reference.py
# -     p = params.astype(np.float64)
# +     p = params
