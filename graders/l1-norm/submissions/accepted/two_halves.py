# What is positive, minus what is negative.
def l1_norm(x):
    return x[x > 0].sum() - x[x < 0].sum()
