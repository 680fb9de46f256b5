// diagnosis: right-class-without-its-share
// from: accepted/targets.ts
// -       const target = (k === labels.data[i] ? 1 - epsilon : 0) + epsilon / c
// +       const target = k === labels.data[i] ? 1 - epsilon : epsilon / c
