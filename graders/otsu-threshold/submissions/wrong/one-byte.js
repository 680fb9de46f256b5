// diagnosis: none
export function otsuThreshold({ data }) {
  // counts in a byte each: 256 pixels of a level are none
  const histogram = new Uint8Array(256)
  for (const grey of data) histogram[grey]++
  const sum = histogram.reduce((total, count, grey) => total + grey * count, 0)
  let [best, threshold, dark, darkSum] = [0, 0, 0, 0]
  for (let grey = 0; grey < 256; grey++) {
    dark += histogram[grey]
    darkSum += grey * histogram[grey]
    const bright = data.length - dark
    if (dark === 0 || bright === 0) continue
    const between = dark * bright * (darkSum / dark - (sum - darkSum) / bright) ** 2
    if (between > best) [best, threshold] = [between, grey]
  }
  return threshold
}
