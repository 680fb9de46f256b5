# diagnosis: steps-reversed
def sgd(params, grads, lr, weight_decay):
    params = params.astype(float)
    for step in range(len(grads) - 1, -1, -1):
        params -= lr * (grads[step] + weight_decay * params)
    return params
