"""Tensors of PyTorch: a submission that annotates a parameter as `torch.Tensor` gets one, and any may return them.

The submission imports PyTorch, or it is not there. The build puts this file before python.py.
"""

import sys


def find_libraries_alone(source):
    """A PyTorch that was built for CUDA looks for libraries by starting a compiler, which no submission may:
    it does without."""
    if b"torch" not in source:
        return
    import ctypes.util

    ctypes.util._findLib_gcc = ctypes.util._findLib_ld = ctypes.util._findSoname_ldconfig = lambda name: None


def tensor_giver(run):
    """Makes tensors of the arguments whose parameters are annotated so."""
    torch = sys.modules.get("torch")
    code, annotations = getattr(run, "__code__", None), getattr(run, "__annotations__", {})
    if torch is None or code is None:
        return lambda args: args
    of_array, names = torch.from_numpy, code.co_varnames[: code.co_argcount]
    wanted = [is_tensor_type(annotations.get(name), torch.Tensor) for name in names]
    return lambda args: [of_array(arg) if is_wanted else arg for arg, is_wanted in zip(args, wanted + [False] * len(args))]


def is_tensor_type(annotation, tensor):
    """As an object, or as `from __future__ import annotations` leaves it."""
    return annotation is tensor or annotation in ("torch.Tensor", "Tensor")


def tensor_reader():
    """What a tensor holds, as an array of numpy; None of anything else."""

    def array_of(value):
        torch = sys.modules.get("torch")
        if torch is None or not isinstance(value, torch.Tensor):
            return None
        held = value.detach().cpu().resolve_conj().resolve_neg()
        # numpy has no such numbers.
        return (held.float() if held.dtype == torch.bfloat16 else held).numpy()

    return array_of
