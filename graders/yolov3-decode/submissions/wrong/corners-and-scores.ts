// diagnosis: corners-returned+class-times-objectness
// from: accepted/rows.ts
// -         const [tx, ty, tw, th, ...scores] = out
// -         rows.push(
// -           stride * (x + sigmoid(tx)),
// -           stride * (y + sigmoid(ty)),
// -           anchors.data[2 * a] * Math.exp(tw),
// -           anchors.data[2 * a + 1] * Math.exp(th),
// -           ...scores.map(sigmoid),
// -         )
// +         const [tx, ty, tw, th, o, ...scores] = out
// +         const cx = stride * (x + sigmoid(tx))
// +         const cy = stride * (y + sigmoid(ty))
// +         const w = anchors.data[2 * a] * Math.exp(tw)
// +         const h = anchors.data[2 * a + 1] * Math.exp(th)
// +         rows.push(cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2, sigmoid(o))
// +         rows.push(...scores.map((score) => sigmoid(score) * sigmoid(o)))
