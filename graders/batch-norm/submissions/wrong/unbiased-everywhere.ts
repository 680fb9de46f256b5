// diagnosis: unbiased-variance
// from: accepted/channel-by-channel.ts
// -       variance = m2 / count
// +       variance = m2 / (count - 1)
