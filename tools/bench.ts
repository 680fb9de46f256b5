import { benchAnswer } from './bench/answer.ts'
import { benchBudgets, benchCompiling, benchGrading } from './bench/grading.ts'
import { benchLint } from './bench/lint.ts'
import { chooseTestPython } from './bench/python.ts'
import { benchStart } from './bench/start.ts'
import { benchVerifying } from './bench/verifying.ts'

/** Prints ratios measured in this run, each pair interleaved: A B A B … Run `npm run build` first. */
chooseTestPython()
console.log('Median ratio (min to max of the pairs)\n')
await benchStart()
await benchAnswer()
await benchLint()
await benchGrading()
await benchCompiling()
await benchBudgets()
if (process.platform === 'linux') await benchVerifying()
