import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CppKit, prepareCppKit } from '../../../../src/grader/languages/cpp/compile/cpp-kit.ts'
import { cpp } from '../../../../src/grader/languages/cpp/cpp.ts'
import { CACHE_ROOT } from '../../scale-scores.ts'

/** The kit that all tests share. */
export async function sharedKit(graderRoot: string): Promise<CppKit> {
  const harness = join(graderRoot, '_harness', 'cpp')
  return prepareCppKit(await cpp.findTool(), harness, CACHE_ROOT, { build: 'usual' })
}

/**
 * The machine's compiler, but for the kit: what of it the shared one has is copied, which takes seconds to compile.
 * @param first lines of shell that may say otherwise
 */
export async function quickCompiler(graderRoot: string, folder: string, first = ''): Promise<string> {
  const { path } = await cpp.findTool()
  const kit = (await sharedKit(graderRoot)).folder
  const lines = `#!/bin/sh
${first}
for last; do made=$last; done
[ "$last" = precompiled ] && made=glue.hpp.gch
[ -e "${kit}/$made" ] && exec cp "${kit}/$made" "$last"
exec '${path}' "$@"
`
  // With a prefix of its own: one that holds the home is refused.
  mkdirSync(join(folder, 'bin'))
  const compiler = join(folder, 'bin', 'c++')
  writeFileSync(compiler, lines, { mode: 0o755 })
  return compiler
}
