// diagnosis: binomial
export function gaussianKernel(ksize) {
  let row = [1]
  while (row.length < ksize) row = [1, ...row.slice(1).map((value, i) => value + row[i]), 1]
  const sum = 2 ** (ksize - 1)
  const data = Float64Array.from({ length: ksize * ksize }, (_, i) => {
    return (row[Math.floor(i / ksize)] / sum) * (row[i % ksize] / sum)
  })
  return { shape: [ksize, ksize], data }
}
