// verdict: invalid-output
export function meanFilter(image: any, ksize: number): any {
  image.data.set(right(image, ksize).data)
  return { shape: image.shape.slice(), data: image.data.subarray() }
}
