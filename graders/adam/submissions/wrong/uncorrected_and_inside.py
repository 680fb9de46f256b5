# diagnosis: no-bias-correction+eps-inside-root
# from: reference.py
# -         params -= lr * m_hat / (np.sqrt(v_hat) + eps)
# +         params -= lr * m / np.sqrt(v + eps)
