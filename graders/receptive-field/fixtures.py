"""Fixtures of receptive-field (tools/write_fixtures.py says how to run it).

The truth is measured, not computed: torch's gradient of one unit with respect to the input, all weights 1, tells which pixels reach it.
"""

import numpy as np
import torch
from write_fixtures import write


def resnet50(strided):
    """The chain of convolutions in ResNet-50, with the stride on the first 1x1 (v1) or on the 3x3 (v1.5) of a stage."""
    layers = [[7, 2, 1], [3, 2, 1]]
    for stage, blocks in enumerate([3, 4, 6, 3]):
        for block in range(blocks):
            strides = [1, 1, 1]
            if stage > 0 and block == 0:
                strides[strided] = 2
            layers += [[kernel, stride, 1] for kernel, stride in zip([1, 3, 1], strides)]
    return layers


VGG16 = [layer for convolutions in (2, 2, 3, 3, 3) for layer in [[3, 1, 1]] * convolutions + [[2, 2, 1]]]
NAMED = {
    "ResNet-50 v1": resnet50(0),
    "ResNet-50 v1.5": resnet50(1),
    "VGG-16": VGG16,
    "3x3 with dilations 1, 2, 4, 8": [[3, 1, 1], [3, 1, 2], [3, 1, 4], [3, 1, 8]],
}
NAMES_ZH = {"3x3 with dilations 1, 2, 4, 8": "膨胀率为 1、2、4、8 的 3x3"}


def truth(layers):
    length = 2
    for kernel, stride, dilation in reversed(layers):
        length = stride * (length - 1) + dilation * (kernel - 1) + 1
    pixels = torch.zeros(1, 1, length, dtype=torch.float64, requires_grad=True)
    units = pixels
    for kernel, stride, dilation in layers:
        weight = torch.ones(1, 1, kernel, dtype=torch.float64)
        units = torch.nn.functional.conv1d(units, weight, stride=stride, dilation=dilation)
    reached = [torch.autograd.grad(unit, pixels, retain_graph=True)[0].flatten().nonzero().flatten() for unit in units[0, 0]]
    first, second = reached
    return {"size": int(first[-1] - first[0] + 1), "jump": int(second[0] - first[0])}


def cases():
    rng = np.random.default_rng(20260705)
    for name, layers in NAMED.items():
        yield {"en": name, "zh": f"网络 {NAMES_ZH.get(name, name)}"}, [np.array(layers, np.float64)], truth(layers)
    for length in range(1, 11):
        layers = np.stack(
            [rng.integers(1, 8, length), rng.choice([1, 1, 2, 3], length), rng.choice([1, 1, 2, 5], length)], axis=1
        )
        name = {"en": f"{length} layers drawn at random", "zh": f"随机的 {length} 层"}
        yield name, [layers.astype(np.float64)], truth(layers.tolist())


write("receptive-field", "torch", "autograd of torch.nn.functional.conv1d in float64", ["torch", "numpy"], cases())
