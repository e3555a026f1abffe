import type { FastifySchema } from 'fastify'
import { z } from 'zod'

/** What a route takes, as Zod schemas: the one contract that requests are judged by and the documentation is made from. */
export type RouteContract = {
  readonly summary: string
  readonly querystring?: z.ZodType
  readonly params?: z.ZodType
  readonly body?: z.ZodType
}

/** A contract as Fastify takes it. */
export function contract(route: RouteContract): FastifySchema {
  return route as FastifySchema
}

/** Fastify's validator over Zod: the parsed value, or an error that names fields and never repeats values. */
export function judgeByContract({ schema }: { schema: unknown }) {
  return (value: unknown): { value: unknown } | { error: Error } => {
    if (!(schema instanceof z.ZodType)) return { value }
    const parsed = schema.safeParse(value)
    if (parsed.success) return { value: parsed.data }
    return { error: new Error(parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')) }
  }
}

/** A route's Zod schemas as JSON Schema, for the OpenAPI document. */
export function documented({ schema, url }: { schema: unknown; url: string }): {
  schema: FastifySchema
  url: string
} {
  const entries = Object.entries((schema ?? {}) as Record<string, unknown>)
  const plain = entries.map(([name, part]) => [
    name,
    part instanceof z.ZodType
      ? z.toJSONSchema(part, { target: 'draft-7', unrepresentable: 'any', io: 'input' })
      : part,
  ])
  return { schema: Object.fromEntries(plain) as FastifySchema, url }
}
