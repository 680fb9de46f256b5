# diagnosis: m-not-used
# from: reference.py
# -         params -= lr * m_hat / (np.sqrt(v_hat) + eps)
# +         params -= lr * g / (np.sqrt(v_hat) + eps)
