# verdict: runtime-error
# from: accepted/one_hot_f32.py
# as if the weights were those of torch.nn.Linear
# -     h = np.maximum(x @ w1 + b1, 0)
# +     h = np.maximum(x @ w1.T + b1, 0)
