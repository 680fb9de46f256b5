# diagnosis: biased-running-variance
# from: accepted/keepdims.py
# -         running_var = running_var * (1 - momentum) + var.ravel() * (momentum * m / (m - 1))
# +         running_var = running_var * (1 - momentum) + var.ravel() * momentum
