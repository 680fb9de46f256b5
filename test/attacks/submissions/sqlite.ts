// verdict: accepted
// danger: write files
import module from 'node:module'

const require = module.createRequire(import.meta.url)

export function meanFilter(image: any, ksize: number): any {
  for (const name of ['node:sqlite', 'sqlite'])
    for (const load of [process.getBuiltinModule, require]) {
      let sqlite: any
      try {
        sqlite = load(name as any)
      } catch {
        continue
      }
      if (sqlite === undefined) continue
      try {
        new sqlite.DatabaseSync('{{home}}/made.db').exec('create table t(x)')
      } catch {
        continue
      }
      reached(name)
    }
  try {
    ;(globalThis as any).localStorage.setItem('a', 'b')
  } catch {
    return right(image, ksize)
  }
  reached('a storage')
}
