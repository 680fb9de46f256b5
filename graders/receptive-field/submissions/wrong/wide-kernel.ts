// diagnosis: dilated-kernel-too-wide
// from: accepted/from-the-output.ts
// -     size = stride * (size - 1) + (kernel - 1) * dilation + 1
// +     size = stride * (size - 1) + kernel * dilation
