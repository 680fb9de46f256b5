/**
 * Ids of `catalogue.ts` without an exercise: the list can only shrink. Whoever lands an exercise takes its line out, for
 * `catalogue.test.ts` fails where an id is here and has one, and where it is neither.
 */
export const TO_COME: readonly string[] = [
  // Filters
  'gaussian-filter',
  'bilateral-filter',
  'sobel',
  'otsu-threshold',
  'histogram-equalization',
  'bilinear-resize',
  'canny',
  'connected-components',

  // Convolution and pooling
  'conv2d',
  'conv2d-backward',
  'depthwise-conv',

  // Normalisation
  'layer-norm',

  // Attention
  'softmax',
  'multi-head-attention',
  'online-softmax-attention',

  // Back-propagation and optimisers
  'numerical-gradient',
  'clip-by-value',
  'clip-by-norm',
  'clip-by-global-norm',

  // Losses and norms
  'l1-norm',
  'l2-norm',
  'smooth-l1',
  'kl-divergence',

  // Detection
  'box-iou',
  'giou',
  'ciou',
  'soft-nms',
  'anchor-kmeans',
]
