# verdict: invalid-output
# from: reference.py
# - def adam(params, grads, lr, beta1, beta2, eps):
# + STATES = {}
# +
# +
# + def adam(params, grads, lr, beta1, beta2, eps):
# -     return {"params": params, "m": m, "v": v}
# +     state = STATES.setdefault(params.size, np.empty((3, params.size), np.float32))
# +     state[:] = params, m, v
# +     return {"params": state[0], "m": state[1], "v": state[2]}
