import { testLabels } from './expect-labels.ts'

testLabels(0)
