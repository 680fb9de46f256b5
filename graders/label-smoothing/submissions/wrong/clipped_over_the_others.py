# diagnosis: constant-inside-log+spread-over-the-others
# from: wrong/log_of_softmax.py
# -     y = np.eye(k)[labels] * (1 - epsilon) + epsilon / k
# -     return -np.mean(np.sum(y * np.log(softmax(logits)), axis=1))
# +     y = np.where(np.eye(k)[labels] == 1, 1 - epsilon, epsilon / max(k - 1, 1))
# +     return -np.mean(np.sum(y * np.log(softmax(logits) + 1e-9), axis=1))
