# diagnosis: keys-and-values-swapped
# from: reference.py
# -     q, k, v = ((x @ weight.T).reshape(length, heads, -1).transpose(1, 0, 2) for weight in (wq, wk, wv))
# +     q, v, k = ((x @ weight.T).reshape(length, heads, -1).transpose(1, 0, 2) for weight in (wq, wk, wv))
