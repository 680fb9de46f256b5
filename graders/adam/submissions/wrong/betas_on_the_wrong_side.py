# diagnosis: betas-on-the-gradient
# from: reference.py
# -         m = beta1 * m + (1 - beta1) * g
# -         v = beta2 * v + (1 - beta2) * g * g
# +         m = (1 - beta1) * m + beta1 * g
# +         v = (1 - beta2) * v + beta2 * g * g
