import { defineGrader, extremeFilter } from '#kit'
import { minFilter } from './reference.ts'
import { rules } from './rules.ts'

export const grader = defineGrader({ ...extremeFilter(), reference: minFilter, rules })
