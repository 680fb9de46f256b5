# verdict: invalid-output
# from: reference.py
# As PyTorch, in the arguments themselves.
# -         running_mean = (1 - momentum) * running_mean + momentum * mean
# -         running_var = (1 - momentum) * running_var + momentum * variance * count / (count - 1)
# +         running_mean[:] = (1 - momentum) * running_mean + momentum * mean
# +         running_var[:] = (1 - momentum) * running_var + momentum * variance * count / (count - 1)
