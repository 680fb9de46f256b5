// diagnosis: analytic
// from: accepted/closed-form.ts
// -     data[i] += b.data[i] + (Math.cos(x.data[i]) * Math.sin(h)) / h
// +     data[i] += b.data[i] + Math.cos(x.data[i])
