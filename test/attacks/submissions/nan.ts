// verdict: invalid-output
// message: is NaN
export function meanFilter(image: any, ksize: number): any {
  const { shape, data } = right(image, ksize)
  return { shape, data: Float64Array.from(data).fill(NaN) }
}
