import type { Drawing } from '../drawing.ts'
import { drawActivation } from './activations.ts'
import { drawFilter } from './filter.ts'
import { drawEntropy, drawFocalLoss, drawLossGradients, drawRegressionLosses } from './losses.ts'
import type { PictureCall } from './picture-call.ts'
import { drawPrecisionRecall } from './precision-recall.ts'
import type { References } from './references.ts'
import { drawSchedule } from './schedules.ts'
import { drawSoftmaxTemperature } from './softmax-temperature.ts'
import { drawUnitBalls } from './unit-balls.ts'

/** The registry: what each picture shows. The same call gives the same drawing. */
export function drawPicture(call: PictureCall, references: References): Drawing {
  switch (call.kind) {
    case 'filter':
      return drawFilter(call, references)
    case 'precision-recall':
      return drawPrecisionRecall(call.hits, call.positives, references)
    case 'lr-schedule':
      return drawSchedule(call.schedule)
    case 'activations':
      return drawActivation(call.activation)
    case 'focal-loss':
      return drawFocalLoss()
    case 'loss-gradients':
      return drawLossGradients()
    case 'regression-losses':
      return drawRegressionLosses()
    case 'entropy':
      return drawEntropy()
    case 'softmax-temperature':
      return drawSoftmaxTemperature()
    case 'unit-balls':
      return drawUnitBalls()
  }
}
