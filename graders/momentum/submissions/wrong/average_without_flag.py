# diagnosis: ema-velocity+nesterov-ignored
# from: reference.py
# -         velocity = mu * velocity + g
# -         params -= lr * (g + mu * velocity if nesterov else velocity)
# +         velocity = mu * velocity + (1 - mu) * g
# +         params -= lr * velocity
