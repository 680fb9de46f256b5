import { benchAnswer } from './bench/answer.ts'
import { benchCompiling, benchGrading } from './bench/grading.ts'
import { benchStart } from './bench/start.ts'

/** Prints ratios measured in this run, each pair interleaved: A B A B … Run `npm run build` first. */
console.log('Median ratio (min to max of the pairs)\n')
await benchStart()
await benchAnswer()
await benchGrading()
await benchCompiling()
