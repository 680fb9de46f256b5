# diagnosis: rate-inside-velocity-signed
# from: reference.py
# -         velocity = mu * velocity + g
# -         params -= lr * (g + mu * velocity if nesterov else velocity)
# +         velocity = mu * velocity - lr * g
# +         params += mu * velocity - lr * g if nesterov else velocity
