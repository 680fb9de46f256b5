# diagnosis: last-sample-alone
# from: reference.py
# -     gradients = {"x": dx, "gamma": (g * normalised).sum(axis=0), "beta": g.sum(axis=0)}
# +     for row, of in zip(g, normalised):
# +         gamma, beta = row * of, row
# +     gradients = {"x": dx, "gamma": gamma, "beta": beta}
