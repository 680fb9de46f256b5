# diagnosis: overwritten-moment
# from: reference.py
# -         m_hat = m / (1 - beta1**t)
# -         v_hat = v / (1 - beta2**t)
# +         m_hat = m = m / (1 - beta1**t)
# +         v_hat = v = v / (1 - beta2**t)
