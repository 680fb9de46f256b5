# diagnosis: heads-split-by-reshape+heads-merged-by-reshape
# from: reference.py
# -     q, k, v = ((x @ weight.T).reshape(length, heads, -1).transpose(1, 0, 2) for weight in (wq, wk, wv))
# +     q, k, v = ((x @ weight.T).reshape(heads, length, -1) for weight in (wq, wk, wv))
# -     mixed = (weights @ v).transpose(1, 0, 2).reshape(length, width)
# +     mixed = (weights @ v).reshape(length, width)
