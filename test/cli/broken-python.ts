import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A Python that says where it is and what it needs, and runs nothing: `too old.` */
export function brokenPython(folder: string): string {
  const path = join(folder, 'broken-python')
  const script = `#!/bin/sh
case "$3" in
  'import sys; print(sys.executable)') echo "$0" ;;
  *getattr*) echo '[]' ;;
  *version*) echo '["2.7"]' ;;
  *) echo 'too old.' >&2; exit 1 ;;
esac
`
  writeFileSync(path, script, { mode: 0o755 })
  return path
}
