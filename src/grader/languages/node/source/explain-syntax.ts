import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Tool } from '../../../protocol/language.ts'
import { askTool } from '../../../run/ask-tool.ts'
import { ownPlaces } from './own-lines.ts'
import { type SyntaxFault, tellFault } from './syntax-fault.ts'

/**
 * `node --check` prints file, line and place; a caught error knows neither. What was made of TypeScript is
 * told in its own lines.
 */
export async function explainSyntax(tool: Tool, file: string, fileName: string): Promise<string | undefined> {
  const fault = readFault(await complaintAbout(tool, file))
  if (fault === undefined) return undefined
  const folder = dirname(file)
  const text = readFileSync(join(folder, fileName), 'utf8')
  if (basename(file) === fileName) return tellFault(withoutMark(fault, text), fileName, text)
  const place = ownPlaces(readFileSync(file, 'utf8'))(fault)
  return place && tellFault({ ...fault, ...place }, fileName, text)
}

function complaintAbout(tool: Tool, file: string): Promise<string> {
  return askTool(tool.path, ['--permission', `--allow-fs-read=${dirname(file)}`, '--check', file]).then(
    () => '',
    (error: { readonly stderr?: unknown }) => String(error.stderr),
  )
}

function readFault(complaint: string): SyntaxFault | undefined {
  const [, line, before, message] = COMPLAINT.exec(complaint) ?? []
  if (message === undefined) return undefined
  return { line: Number(line), column: (before ?? '').length + 1, message }
}

/**
 * The file and its line, that line, the place below it, and what is wrong there. At the end of a file nothing
 * is below.
 */
const COMPLAINT = /^.*:(\d+)\n.*\n([ \t]*)\^*\n\nSyntaxError: (.*)$/m

/** Node counts a mark of the byte order, which nobody sees. */
function withoutMark(fault: SyntaxFault, text: string): SyntaxFault {
  return fault.line === 1 && text.startsWith('\uFEFF') ? { ...fault, column: fault.column - 1 } : fault
}
