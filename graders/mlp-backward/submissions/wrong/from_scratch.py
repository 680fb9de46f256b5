# diagnosis: log-of-softmax+relu-not-passed-back
import numpy as np


def softmax(z):
    e = np.exp(z - np.max(z, axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def mlp_backward(X, y, W1, b1, W2, b2):
    m = X.shape[0]
    Z1 = X.dot(W1) + b1
    A1 = np.maximum(0, Z1)
    A2 = softmax(A1.dot(W2) + b2)
    loss = -np.log(A2[range(m), y]).sum() / m
    dZ2 = A2.copy()
    dZ2[range(m), y] -= 1
    dW2 = A1.T.dot(dZ2) / m
    db2 = dZ2.sum(axis=0) / m
    dA1 = dZ2.dot(W2.T)
    dW1 = X.T.dot(dA1) / m
    db1 = dA1.sum(axis=0) / m
    return {"loss": loss, "w1": dW1, "b1": db1, "w2": dW2, "b2": db2}
