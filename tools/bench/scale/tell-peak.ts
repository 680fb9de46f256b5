import { writeFileSync } from 'node:fs'
import { peakMemoryMb } from './peak-memory.ts'

/** Loaded before the program: at its end writes the largest resident set that it has had, in MB. */
const file = process.env['ANNEAL_PEAK']
if (file !== undefined) process.on('exit', () => writeFileSync(file, `${peakMemoryMb()}`))
