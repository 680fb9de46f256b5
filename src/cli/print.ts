export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
}

/** Version 1 of every `--json` output; docs/json.md describes them. */
export function printJson(value: object): void {
  print(JSON.stringify({ schema: 1, ...value }, undefined, 2))
}

/** Screens need both ends of a terminal. */
export function hasTerminal(): boolean {
  return Boolean(process.stdin.isTTY && process.stdout.isTTY) && process.env['TERM'] !== 'dumb'
}

/** Text for people to a terminal, and none of them has said NO_COLOR. */
export function hasColour(): boolean {
  return process.stdout.isTTY && process.env['TERM'] !== 'dumb' && !process.env['NO_COLOR']
}
