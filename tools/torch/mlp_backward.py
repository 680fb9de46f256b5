import torch


def mlp_backward(x: torch.Tensor, y: torch.Tensor, w1: torch.Tensor, b1: torch.Tensor, w2: torch.Tensor, b2: torch.Tensor):
    weights = [one.double().requires_grad_() for one in (w1, b1, w2, b2)]
    hidden = torch.clamp(x.double() @ weights[0] + weights[1], min=0)
    logits = hidden @ weights[2] + weights[3]
    picked = torch.log_softmax(logits, 1)[torch.arange(len(y)), y.long()]
    loss = -picked.mean()
    loss.backward()
    w1, b1, w2, b2 = (one.grad for one in weights)
    return {"loss": loss, "w1": w1, "b1": b1, "w2": w2, "b2": b2}
