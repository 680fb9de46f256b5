// diagnosis: padding-added
// from: accepted/im2col.ts
// -               const y = i * stride - padding + a * dilation
// +               const y = i * stride + padding + a * dilation
// -                 const z = j * stride - padding + b * dilation
// +                 const z = j * stride + padding + b * dilation
