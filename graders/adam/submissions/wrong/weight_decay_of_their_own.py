# diagnosis: none
# from: reference.py
# AdamW's decay, which nobody asked for
# -         params -= lr * m_hat / (np.sqrt(v_hat) + eps)
# +         params -= lr * (m_hat / (np.sqrt(v_hat) + eps) + 0.01 * params)
