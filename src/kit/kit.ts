/** All that a grader imports, as `#kit` here and as `anneal/kit` from an exercise of one's own. */
export type { Text } from '../core/locale.ts'
export { createRandom, type Random } from '../core/random.ts'
export { f32, f64, fewer, i32, type Nd, u8 } from './arrays.ts'
export { defineGrader } from './define-grader.ts'
export { isClearOf } from './families/detection/clear-overlap.ts'
export {
  areInOrder,
  detections,
  detectionTraits,
  inClusters,
  inOrder,
  onGrid,
} from './families/detection/detections.ts'
export { type Box, boxAt, boxes, overlap } from './families/detection/overlap.ts'
export {
  areaUnderEnvelope,
  average,
  interpolatedPrecision,
  precisionWithoutEnvelope,
} from './families/detection/precision.ts'
export {
  type Detection,
  drawScene,
  hasClearCounts,
  type Scene,
  type Truth,
} from './families/detection/scene.ts'
export { reflect101, replicate } from './families/grey-filter/borders.ts'
export { greyFilter } from './families/grey-filter/grey-filter.ts'
export { type Finish, windowFilter } from './families/grey-filter/window-filter.ts'
export { windowMistakes } from './families/grey-filter/window-mistakes.ts'
export { drawSteps, eachParameter, manySteps, optimiserCases, optimiserTraits } from './families/optimiser.ts'
export { mistakes } from './mistakes.ts'
export { greyNoise, uniformNoise } from './noise.ts'
