import { spellHidden } from '../../core/clean-text.ts'

/** Of every `--json` output; docs/json.md describes what a number stands for. */
const SCHEMA = 1

/** The text of one object, and the only place that says its version. */
export function jsonDocument(fields: object): string {
  return spellHidden(JSON.stringify({ schema: SCHEMA, ...fields }, undefined, 2), escapeUnlessBreak)
}

/** JSON leaves what a terminal obeys as it is, but for the first of it. */
function escapeUnlessBreak(character: string): string {
  if (character === '\n') return character
  const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at))
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('')
}
