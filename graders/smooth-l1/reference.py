import numpy as np


def smooth_l1(pred, target, beta):
    """As torch.nn.functional.smooth_l1_loss: quadratic below beta, then a straight line that goes on from there."""
    error = np.abs(pred.astype(np.float64) - target)
    near = error < beta
    quadratic = error[near] ** 2 / (2 * beta) if beta > 0 else np.zeros(0)
    return (quadratic.sum() + (error[~near] - beta / 2).sum()) / len(error)
