// verdict: invalid-output
export function clipByValue(grad, limit) {
  grad.data.forEach((x, i) => {
    grad.data[i] = Math.max(-limit, Math.min(limit, x))
  })
  return grad
}
