import { extremeRules } from '#kit'

export const rules = extremeRules('largest')
