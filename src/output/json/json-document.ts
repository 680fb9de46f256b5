import { spellHidden } from '../../core/clean-text.ts'
import { jsonEscape } from '../../core/spell-character.ts'

/** Of every `--json` output; docs/json.md describes what a number stands for. */
const SCHEMA = 1

/** The text of one object, and the only place that says its version. */
export function jsonDocument(fields: object): string {
  const json = JSON.stringify({ schema: SCHEMA, ...fields }, undefined, 2)
  // JSON leaves most of what a terminal obeys as it is.
  return spellHidden(json, (character) => (character === '\n' ? character : jsonEscape(character)))
}
