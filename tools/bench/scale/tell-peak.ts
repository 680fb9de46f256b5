import { writeFileSync } from 'node:fs'

/** Loaded before the program: at its end writes the largest resident set that it has had, in kB. */
const file = process.env['ANNEAL_PEAK']
if (file !== undefined) process.on('exit', () => writeFileSync(file, `${process.resourceUsage().maxRSS}`))
