# diagnosis: parameter-gradients-averaged
# from: accepted/staged.py
# -     dbeta = grad_out.sum(axis=0)
# -     dgamma = (grad_out * xhat).sum(axis=0)
# +     dbeta = grad_out.mean(axis=0)
# +     dgamma = (grad_out * xhat).mean(axis=0)
