import { defineGrader, extremeFilter } from '#kit'
import { maxFilter } from './reference.ts'
import { rules } from './rules.ts'

export const grader = defineGrader({ ...extremeFilter(), reference: maxFilter, rules })
