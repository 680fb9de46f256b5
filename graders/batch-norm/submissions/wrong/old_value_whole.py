# diagnosis: old-value-not-weighted
# from: reference.py
# -         running_mean = (1 - momentum) * running_mean + momentum * mean
# -         running_var = (1 - momentum) * running_var + momentum * variance * count / (count - 1)
# +         running_mean = running_mean + momentum * mean
# +         running_var = running_var + momentum * variance * count / (count - 1)
