# diagnosis: path-through-the-mean-not-averaged+beta-gradient-averaged
# from: accepted/staged.py
# -     dbeta = grad_out.sum(axis=0)
# +     dbeta = grad_out.mean(axis=0)
# -     return {"x": (dx1 + dmu / n).astype(np.float32), "gamma": dgamma, "beta": dbeta}
# +     return {"x": (dx1 + dmu).astype(np.float32), "gamma": dgamma, "beta": dbeta}
