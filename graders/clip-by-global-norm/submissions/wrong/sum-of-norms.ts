// diagnosis: sum-of-norms
// from: accepted/layer-by-layer.ts
// -   const norm = Math.sqrt(layers.reduce((sum, layer) => sum + squared(layer), 0))
// +   const norm = layers.reduce((sum, layer) => sum + Math.sqrt(squared(layer)), 0)
