import type { Budget } from '../../src/core/exercise.ts'

/**
 * What is asked of one exercise. Lengths that can be computed (`C/groups`), or that no parameter has (`k`), may be spelled otherwise in
 * `exercise.yaml`; a budget may ask for more than its row.
 */
export interface CatalogueRow {
  readonly signature: string
  readonly ratio?: NonNullable<Budget['ratio']>
  /** By label. */
  readonly growth?: { readonly [label: string]: { readonly limit: number; readonly gold?: number } }
  /** Whether its peak of memory has a budget. */
  readonly isLean?: true
}

/** Every exercise that Anneal shall have, by its id. Other programs call them by these ids and parameters: a row does not change. */
export const CATALOGUE: { readonly [id: string]: CatalogueRow } = {
  // Filters
  'mean-filter': {
    signature: '(image: u8[H,W], ksize: int) -> u8[H,W]',
    ratio: 12,
    growth: { 'ksize 3 -> 31': { limit: 2 } },
  },
  'gaussian-kernel': { signature: '(ksize: int, sigma: f64) -> f64[k,k]' },
  'gaussian-filter': {
    signature: '(image: f32[H,W], ksize: int, sigma: f64) -> f32[H,W]',
    ratio: 15,
    growth: { 'ksize 5 -> 25': { limit: 8 } },
  },
  'median-filter': {
    signature: '(image: u8[H,W], ksize: int) -> u8[H,W]',
    ratio: 4,
    growth: { 'ksize 5 -> 25': { limit: 8, gold: 2 } },
  },
  'max-filter': {
    signature: '(image: u8[H,W], ksize: int) -> u8[H,W]',
    ratio: 20,
    growth: { 'ksize 3 -> 31': { limit: 3 } },
  },
  'min-filter': {
    signature: '(image: u8[H,W], ksize: int) -> u8[H,W]',
    ratio: 20,
    growth: { 'ksize 3 -> 31': { limit: 3 } },
  },
  'bilateral-filter': {
    signature: '(image: f32[H,W], radius: int, sigmaColor: f64, sigmaSpace: f64) -> f32[H,W]',
  },
  sobel: { signature: '(image: f32[H,W]) -> {gx: f32[H,W], gy: f32[H,W], magnitude: f32[H,W]}' },
  'otsu-threshold': { signature: '(image: u8[H,W]) -> int' },
  'histogram-equalization': { signature: '(image: u8[H,W]) -> u8[H,W]' },
  'bilinear-resize': { signature: '(image: f32[H,W], height: int, width: int) -> f32[h,w]' },
  canny: { signature: '(image: u8[H,W], low: f64, high: f64) -> u8[H,W]', ratio: 6 },
  'connected-components': { signature: '(mask: u8[H,W]) -> i32[H,W]', ratio: 6 },

  // Convolution and pooling
  conv2d: {
    signature:
      '(x: f32[N,C,H,W], weight: f32[O,C/groups,kh,kw], bias: f32[O], stride: int, padding: int, dilation: int, groups: int) -> f32[N,O,h,w]',
    ratio: 4,
  },
  'conv2d-backward': {
    signature:
      '(gradOut: f32[N,O,h,w], x: f32[N,C,H,W], weight: f32[O,C,kh,kw], stride: int, padding: int) -> {x: f32[N,C,H,W], weight: f32[O,C,kh,kw], bias: f32[O]}',
  },
  'pointwise-conv': { signature: '(x: f32[N,C,H,W], weight: f32[O,C]) -> f32[N,O,H,W]', ratio: 4 },
  'depthwise-conv': {
    signature: '(x: f32[N,C,H,W], weight: f32[C,kh,kw], stride: int, padding: int) -> f32[N,C,h,w]',
  },
  'max-pool2d': { signature: '(x: f32[N,C,H,W], ksize: int, stride: int, padding: int) -> f32[N,C,h,w]' },
  'avg-pool2d': { signature: '(x: f32[N,C,H,W], ksize: int, stride: int, padding: int) -> f32[N,C,h,w]' },
  'max-pool2d-backward': {
    signature: '(gradOut: f32[N,C,h,w], x: f32[N,C,H,W], ksize: int, stride: int) -> f32[N,C,H,W]',
  },
  'receptive-field': { signature: '(layers: f64[L,3]) -> {size: int, jump: int}' },

  // Normalisation
  'batch-norm': {
    signature:
      '(x: f32[N,C,H,W], gamma: f32[C], beta: f32[C], runningMean: f32[C], runningVar: f32[C], training: bool, momentum: f64, eps: f64) -> {y: f32[N,C,H,W], runningMean: f32[C], runningVar: f32[C]}',
  },
  'batch-norm-backward': {
    signature:
      '(gradOut: f32[N,D], x: f32[N,D], gamma: f32[D], eps: f64) -> {x: f32[N,D], gamma: f32[D], beta: f32[D]}',
  },
  'layer-norm': { signature: '(x: f32[N,D], gamma: f32[D], beta: f32[D], eps: f64) -> f32[N,D]' },
  'group-norm': {
    signature: '(x: f32[N,C,H,W], groups: int, gamma: f32[C], beta: f32[C], eps: f64) -> f32[N,C,H,W]',
  },

  // Attention
  softmax: { signature: '(x: f32[N,D]) -> f32[N,D]' },
  'soft-attention': { signature: '(q: f32[T,D], k: f32[S,D], v: f32[S,E], mask: u8[T,S]) -> f32[T,E]' },
  'hard-attention': { signature: '(logits: f32[T,S], gumbel: f32[T,S], tau: f64, hard: bool) -> f32[T,S]' },
  'local-attention': {
    signature: '(q: f32[T,D], k: f32[T,D], v: f32[T,E], radius: int) -> f32[T,E]',
    ratio: 4,
    growth: { 'T 512 -> 2048': { limit: 8 } },
  },
  'multi-head-attention': {
    signature:
      '(x: f32[T,D], wq: f32[D,D], wk: f32[D,D], wv: f32[D,D], wo: f32[D,D], heads: int, causal: bool) -> f32[T,D]',
    ratio: 4,
  },
  'online-softmax-attention': {
    signature: '(q: f32[T,D], k: f32[S,D], v: f32[S,E], block: int) -> f32[T,E]',
    isLean: true,
  },

  // Back-propagation and optimisers
  'numerical-gradient': { signature: '(a: f64[N,N], b: f64[N], x: f64[N], h: f64) -> f64[N]' },
  'mlp-backward': {
    signature:
      '(x: f32[N,I], y: i32[N], w1: f32[I,H], b1: f32[H], w2: f32[H,O], b2: f32[O]) -> {loss: f64, w1: f32[I,H], b1: f32[H], w2: f32[H,O], b2: f32[O]}',
  },
  sgd: { signature: '(params: f32[P], grads: f32[T,P], lr: f64, weightDecay: f64) -> f32[P]' },
  momentum: {
    signature:
      '(params: f32[P], grads: f32[T,P], lr: f64, mu: f64, nesterov: bool) -> {params: f32[P], velocity: f32[P]}',
  },
  rmsprop: {
    signature:
      '(params: f32[P], grads: f32[T,P], lr: f64, alpha: f64, eps: f64) -> {params: f32[P], squareAvg: f32[P]}',
  },
  adam: {
    signature:
      '(params: f32[P], grads: f32[T,P], lr: f64, beta1: f64, beta2: f64, eps: f64) -> {params: f32[P], m: f32[P], v: f32[P]}',
    ratio: 4,
  },
  adamw: {
    signature:
      '(params: f32[P], grads: f32[T,P], lr: f64, beta1: f64, beta2: f64, eps: f64, weightDecay: f64) -> {params: f32[P], m: f32[P], v: f32[P]}',
  },
  'clip-by-value': { signature: '(grad: f32[P], limit: f64) -> f32[P]' },
  'clip-by-norm': { signature: '(grad: f32[P], limit: f64) -> f32[P]' },
  'clip-by-global-norm': {
    signature: '(grads: f32[P], sizes: i32[K], limit: f64) -> {grads: f32[P], norm: f64}',
  },

  // Losses and norms
  'l1-norm': { signature: '(x: f64[N]) -> f64' },
  'l2-norm': { signature: '(x: f64[N]) -> f64' },
  'cross-entropy': { signature: '(logits: f32[N,C], labels: i32[N]) -> {loss: f64, grad: f32[N,C]}' },
  'bce-with-logits': { signature: '(logits: f32[N], targets: f32[N]) -> {loss: f64, grad: f32[N]}' },
  'label-smoothing': { signature: '(logits: f32[N,C], labels: i32[N], epsilon: f64) -> f64' },
  'focal-loss': {
    signature: '(logits: f32[N], targets: f32[N], alpha: f64, gamma: f64) -> {loss: f64, grad: f32[N]}',
  },
  'smooth-l1': { signature: '(pred: f32[N], target: f32[N], beta: f64) -> f64' },
  'kl-divergence': { signature: '(p: f64[N], q: f64[N]) -> f64' },

  // Detection
  'box-iou': { signature: '(a: f32[N,4], b: f32[M,4]) -> f32[N,M]' },
  giou: { signature: '(a: f32[N,4], b: f32[N,4]) -> f32[N]' },
  ciou: { signature: '(a: f32[N,4], b: f32[N,4]) -> f32[N]' },
  nms: { signature: '(boxes: f32[N,4], scores: f32[N], threshold: f64) -> i32[K]', ratio: 4 },
  'soft-nms': {
    signature:
      '(boxes: f32[N,4], scores: f32[N], sigma: f64, scoreThreshold: f64) -> {index: i32[K], score: f32[K]}',
  },
  'anchor-kmeans': {
    signature: '(sizes: f32[N,2], k: int, initial: f32[k,2], iterations: int) -> f32[k,2]',
  },
  'yolov3-decode': {
    signature: '(t: f32[A,5+C,H,W], anchors: f32[A,2], stride: int) -> f32[A*H*W,5+C]',
  },
  'yolov3-loss': {
    signature:
      '(pred: f32[A,5+C,H,W], target: f32[A,5+C,H,W], mask: u8[A,H,W], ignore: u8[A,H,W]) -> {box: f64, objectness: f64, class: f64, total: f64}',
  },
  'match-detections': {
    signature: '(boxes: f32[D,4], scores: f32[D], truths: f32[G,4], threshold: f64) -> u8[D]',
  },
  'precision-recall': {
    signature: '(tp: u8[D], scores: f32[D], positives: int) -> {precision: f64[D], recall: f64[D]}',
  },
  'average-precision': {
    signature: '(tp: u8[D], scores: f32[D], positives: int, method: str) -> f64',
  },
  'mean-average-precision': {
    signature:
      '(boxes: f32[D,4], scores: f32[D], labels: i32[D], images: i32[D], gtBoxes: f32[G,4], gtLabels: i32[G], gtImages: i32[G]) -> {map: f64, map50: f64, map75: f64}',
    ratio: 6,
  },
}
