/** Of every `--json` output; docs/json.md describes what a number stands for. */
const SCHEMA = 1

/** The text of one object, and the only place that says its version. */
export function jsonDocument(fields: object): string {
  return JSON.stringify({ schema: SCHEMA, ...fields }, undefined, 2)
}
