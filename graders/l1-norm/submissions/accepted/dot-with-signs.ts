// The product of the vector with its signs.
export const l1Norm = ({ data }: { data: Float64Array }): number =>
  Array.from(data, (x) => x * Math.sign(x)).reduce((a, b) => a + b, 0)
