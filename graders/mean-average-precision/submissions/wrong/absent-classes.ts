// diagnosis: absent-class-zero
// from: accepted/class-by-class.ts
// -   const classes = Object.keys(wanted).map(Number)
// -   if (classes.length === 0) return { map: -1, map50: -1, map75: -1 }
// +   const classes = [...new Set([...labels.data, ...gtLabels.data])]
// +   if (gtLabels.data.length === 0) return { map: -1, map50: -1, map75: -1 }
// -       const gts = wanted[c][image] ?? []
// +       const gts = wanted[c]?.[image] ?? []
// -     const total = Object.values(wanted[c]).flat().length
// +     if (!wanted[c]) return THRESHOLDS.map(() => 0)
// +     const total = Object.values(wanted[c]).flat().length
