import torch


def conv2d_backward(grad_out: torch.Tensor, x: torch.Tensor, weight: torch.Tensor, stride: int, padding: int):
    x, weight = x.double().requires_grad_(), weight.double().requires_grad_()
    bias = torch.zeros(len(weight), dtype=torch.double, requires_grad=True)
    unfold = torch.nn.Unfold(weight.shape[2:], stride=stride, padding=padding)
    columns = weight.flatten(1) @ unfold(x) + bias[:, None]
    columns.backward(grad_out.double().flatten(2))
    return {"x": x.grad, "weight": weight.grad, "bias": bias.grad}
