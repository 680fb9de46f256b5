import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { verbatim } from '../../../../core/locale.ts'
import type { Translated, TranslateJob } from '../../../protocol/language.ts'
import { transformKept } from './kept-esbuild.ts'
import { ownLines } from './own-lines.ts'
import { runEsbuild, type Transformed } from './run-esbuild.ts'
import { tellFault } from './syntax-fault.ts'

/**
 * Makes JavaScript of all of TypeScript, with a map to its lines: Node itself takes away types only, in ten
 * times the time.
 */
export async function translateTypeScript(job: TranslateJob): Promise<Translated> {
  const { folder, fileName } = job
  // A reference has been bundled.
  if (fileName.endsWith('.js')) return { kind: 'translated', fileName, inOwnLines: (said) => said }
  const text = readFileSync(join(folder, fileName), 'utf8')
  const made = await transform(job, text)
  switch (made.kind) {
    case 'code': {
      const translated = fileName.replace(/ts$/, 'js')
      writeFileSync(join(folder, translated), made.code)
      return {
        kind: 'translated',
        fileName: translated,
        inOwnLines: ownLines(made.code, translated, fileName),
      }
    }
    case 'fault':
      return { kind: 'failed', why: 'syntax', message: verbatim(tellFault(made.fault, fileName, text)) }
    case 'ended':
      return { kind: 'failed', why: 'syntax', message: made.text }
  }
}

async function transform(job: TranslateJob, text: string): Promise<Transformed> {
  const code = job.build === 'quick' ? await transformKept(text, job.fileName) : undefined
  if (code !== undefined) return { kind: 'code', code }
  const made = await runEsbuild(job, text, 'standard')
  // As TypeScript has it, a file with such parameters means the older decorators everywhere.
  const needsOlder = made.kind === 'fault' && made.fault.message.startsWith('Parameter decorators only work')
  return needsOlder ? runEsbuild(job, text, 'older') : made
}
