import { describe, expect, test } from 'vitest'
import { type Param, parseSignature, type Signature, type Type } from '../../src/core/signature.ts'
import { shippedExercises } from '../shipped-exercises.ts'
import { CATALOGUE } from './catalogue.ts'

const SHIPPED = shippedExercises()
const IDS = Object.keys(CATALOGUE)
const KEPT = SHIPPED.flatMap((exercise) => {
  const row = CATALOGUE[exercise.id]
  return row === undefined ? [] : [{ id: exercise.id, exercise, row }]
})

test('each id of the catalogue is an exercise', () => {
  const shipped = SHIPPED.map(({ id }): string => id)
  expect(IDS).toHaveLength(61)
  expect(IDS.filter((id) => !shipped.includes(id))).toEqual([])
})

describe.each(KEPT)('$id', ({ exercise, row }) => {
  test('has the signature of the catalogue', () => {
    const asked = parseSignature(row.signature)
    expect(comparable(exercise.signature, asked)).toEqual(comparable(asked, asked))
  })

  test('has the budget of the catalogue', () => {
    const { ratio, growth = [], memory = [] } = exercise.budget ?? {}
    if (row.ratio !== undefined) expect(ratio).toBe(row.ratio)
    for (const [label, { limit, gold }] of Object.entries(row.growth ?? {}))
      expect(growth).toContainEqual({ label, limit, gold })
    if (row.isLean) expect(memory.length).toBeGreaterThan(0)
    // Growth alone is kept by whoever wastes time on the small input.
    if (growth.length > 0) expect(ratio).toBeDefined()
  })
})

/** With `?` for each length that the one asked for leaves open. */
function comparable(signature: Signature, asked: Signature): Signature {
  const named = asked.params.flatMap(({ type }) => (type.kind === 'array' ? type.dims : []))
  const isOpen = (dim: string | undefined) => dim === undefined || !named.includes(dim) || /\W/.test(dim)
  const typeOf = (type: Type, like: Type | undefined): Type => {
    if (type.kind === 'record' && like?.kind === 'record')
      return { kind: 'record', fields: fieldsOf(type.fields, like.fields) }
    if (type.kind === 'array' && like?.kind === 'array')
      return { ...type, dims: type.dims.map((dim, at) => (isOpen(like.dims[at]) ? '?' : dim)) }
    return type
  }
  const fieldsOf = (fields: readonly Param[], like: readonly Param[]) =>
    fields.map(({ name, type }, at) => ({ name, type: typeOf(type, like[at]?.type) }))
  return {
    params: fieldsOf(signature.params, asked.params),
    returns: typeOf(signature.returns, asked.returns),
  }
}
