// diagnosis: from-the-output
export function receptiveField({ shape, data }) {
  let [size, jump] = [1, 1]
  for (let layer = shape[0] - 1; layer >= 0; layer--) {
    const [kernel, stride, dilation] = data.subarray(3 * layer, 3 * layer + 3)
    size += (kernel - 1) * dilation * jump
    jump *= stride
  }
  return { size, jump }
}
