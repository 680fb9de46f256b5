import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Beside the kit in the build. */
export const FIXTURE_WRITER = 'write_fixtures.py'

/**
 * What graders of one's own need that a clone has anyway: for an editor where `anneal/kit` lies, and what
 * scripts for fixtures import. Both are the program's, and written anew, for another version may lie
 * elsewhere.
 * @param root the learner's data folder
 * @param kit the folder of the built kit
 */
export function provideGraderTools(root: string, kit: string): void {
  mkdirSync(join(root, 'tools'), { recursive: true })
  cpSync(join(kit, FIXTURE_WRITER), join(root, 'tools', FIXTURE_WRITER))
  writeFileSync(
    join(root, 'graders', 'tsconfig.json'),
    `${JSON.stringify(editorSettings(kit), undefined, 2)}\n`,
  )
}

function editorSettings(kit: string) {
  return {
    compilerOptions: {
      target: 'es2024',
      module: 'esnext',
      moduleResolution: 'bundler',
      strict: true,
      noEmit: true,
      allowImportingTsExtensions: true,
      types: [],
      paths: { 'anneal/kit': [join(kit, 'types', 'kit', 'kit.d.ts')] },
    },
    exclude: ['*/submissions'],
  }
}
