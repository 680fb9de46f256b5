import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** As package.json states it, beside the folder of the bundle. */
export function version(): string {
  const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8'))
  return String(manifest.version)
}
