/** All that a grader imports, as `#kit` here and as `anneal/kit` from an exercise of one's own. */
export type { Text } from '../core/locale.ts'
export { createRandom, type Random } from '../core/random.ts'
export { f32, f64, fewer, i32, type Nd, u8 } from './arrays.ts'
export { type Changed, defineGrader } from './define-grader.ts'
export {
  mixed,
  ofRows,
  type ScaleChoices,
  scaledScores,
  scaleRules,
} from './families/attention/attend-with.ts'
export {
  ATTENTION_TOLERANCE,
  attentionNoise,
  attentionRelations,
  attentionTraits,
  drawAttention,
} from './families/attention/attention-inputs.ts'
export {
  type Matrix,
  transposed,
  type WeightChoices,
  weightRules,
  weightsWith,
} from './families/attention/weights-with.ts'
export {
  CLIP_CASES,
  CLIP_RELATIONS,
  CLIP_TOLERANCE,
  CLIP_TRAITS,
  type ClipInputs,
  drawClip,
  multiplied,
} from './families/clipping/clip-inputs.ts'
export { CLIP_RULES, type ClipChoices, clipFactor, euclideanNorm } from './families/clipping/clip-rules.ts'
export {
  BOX_PAIRS_LEAN,
  boxPairRelations,
  boxPairTraits,
  changedTogether,
  drawBoxArrays,
  drawBoxPairs,
  haveSides,
  meetingPairs,
  withoutThinSides,
} from './families/detection/box-pairs.ts'
export { MOVED_BOXES, movedBoxes, SMALLER_BOXES, smallerBoxes } from './families/detection/box-relations.ts'
export { areClearOfEachOther, isClearOf } from './families/detection/clear-overlap.ts'
export {
  areInOrder,
  detections,
  detectionTraits,
  inClusters,
  meetingBoxes,
  onGrid,
} from './families/detection/detections.ts'
export {
  countHits,
  drawHits,
  hitRelations,
  hits,
  hitTraits,
  manyHits,
} from './families/detection/hits.ts'
export { takeBestFree } from './families/detection/match.ts'
export { type MatchingChoices, matchingRules } from './families/detection/matching-rules.ts'
export {
  type Box,
  boxAt,
  boxes,
  boxesIn,
  centreDistance,
  enclosing,
  type OverlapRule,
  overlap,
  overlapSizes,
} from './families/detection/overlap.ts'
export { type OverlapChoices, overlapRules } from './families/detection/overlap-rules.ts'
export {
  areaInSteps,
  areaUnderLines,
  average,
  type CurvePoint,
  envelope,
  precisionAtLevels,
  precisionBetween,
  precisionCurve,
} from './families/detection/precision.ts'
export {
  type RankingChoices,
  rankedPlaces,
  rankingRules,
} from './families/detection/ranking.ts'
export {
  type Detection,
  drawScene,
  isClearScene,
  meetingScene,
  type Scene,
  type Truth,
} from './families/detection/scene.ts'
export { sceneRelations } from './families/detection/scene-relations.ts'
export { yoloAverage } from './families/detection/yolo-average.ts'
export { drawHead, type HeadCell, headCells, sigmoid } from './families/detection/yolo-head.ts'
export {
  type ConvolutionChoices,
  convolutionRules,
  convolveWith,
} from './families/feature-maps/convolution.ts'
export {
  doubled,
  drawMaps,
  drawMapsShape,
  filled,
  imagesReordered,
  type Maps,
  type MapsShape,
  mapsShape,
  mapsTraits,
  twice,
} from './families/feature-maps/maps.ts'
export { POOLING_LEAN, poolingParts } from './families/feature-maps/pooling.ts'
export { type PoolingChoices, poolingRules, poolWith } from './families/feature-maps/pooling-rules.ts'
export { spanOf, windowCount } from './families/feature-maps/windows.ts'
export { reflect101, replicate } from './families/grey-filter/borders.ts'
export { extremeFilter } from './families/grey-filter/extreme-filter.ts'
export { extremeRules } from './families/grey-filter/extreme-rules.ts'
export { greyFilter, INVERTED_GREYS } from './families/grey-filter/grey-filter.ts'
export {
  type WindowChoices,
  type WindowPlaces,
  windowFilter,
} from './families/grey-filter/window-filter.ts'
export { isWindowInside, windowRules } from './families/grey-filter/window-rules.ts'
export {
  binaryBatchCases,
  binaryBatchRelations,
  binaryBatchTraits,
  drawBinaryBatch,
} from './families/loss/binary-batch.ts'
export {
  areLabelsBelow,
  classBatchCases,
  classBatchRelations,
  classBatchTraits,
  drawClassBatch,
  labelsBelow,
  rowsOf,
} from './families/loss/class-batch.ts'
export {
  classReductionRules,
  type ReductionChoices,
  reducedLoss,
  reductionRules,
} from './families/loss/reduction-rules.ts'
export {
  type BinaryEntropy,
  binaryEntropy,
  type SigmoidChoices,
  sigmoidRules,
} from './families/loss/sigmoid-rules.ts'
export { SMALL_CONSTANTS } from './families/loss/small-constants.ts'
export { logOf, type SoftmaxChoices, softmaxRules, softmaxWith } from './families/loss/softmax-rules.ts'
export {
  type AffineChoices,
  affineRules,
  channelAt,
  divisorOf,
  drawChannels,
  IS_TIGHT,
  isTight,
  meanOf,
  NORMALISING_TOLERANCE,
  type NormalisingChoices,
  normalised,
  normalisingRules,
  varianceOf,
} from './families/normalisation.ts'
export {
  drawVector,
  NORM_CASES,
  NORM_RELATIONS,
  NORM_TRAITS,
  type NormChoices,
  normWith,
  otherNorms,
} from './families/norms.ts'
export {
  ADAM_DEFAULTS,
  ADAM_LEAN,
  ADAM_TOLERANCE,
  drawAdamSettings,
  nearbyRate,
} from './families/optimiser/adam-inputs.ts'
export { type AdamChoices, adamRules, adamSteps, staysNear } from './families/optimiser/adam-rules.ts'
export { type DecayChoices, decayRules } from './families/optimiser/decay-rules.ts'
export { type DirectionChoices, directionRules } from './families/optimiser/direction-rules.ts'
export {
  adaptiveCases,
  drawSteps,
  eachParameter,
  isLargeEps,
  LARGE_EPS,
  manySteps,
  optimiserCases,
  optimiserTraits,
} from './families/optimiser/optimiser.ts'
export { optimiserRelations } from './families/optimiser/optimiser-relations.ts'
export { type StepsChoices, stepsRules, stepsTaken } from './families/optimiser/steps-taken.ts'
export { type GaussianChoices, gaussianRules, gaussianWeights } from './families/real-image/gaussian-rules.ts'
export {
  drawImage,
  imageCases,
  imageRelations,
  imageTraits,
  mirroredImage,
  scaledImage,
  transposedImage,
} from './families/real-image/real-image.ts'
export { greyNoise, uniformNoise } from './noise.ts'
export { argsortAsNumpy } from './numpy-argsort.ts'
export { otherOrder, reordered } from './places.ts'
export { halfToEven } from './rounding.ts'
export { type RoundingChoices, rounded, roundingRules } from './rounding-rules.ts'
export { defineRules } from './rules.ts'
