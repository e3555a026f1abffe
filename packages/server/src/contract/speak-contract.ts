import type { FastifyInstance, FastifySchema } from 'fastify'
import { z } from 'zod'

/** Has requests judged by the Zod schemas of their routes; answers are written as they are, for types have judged them. */
export function speakContract(app: FastifyInstance): void {
  app.setValidatorCompiler(judgeByContract)
  app.setSerializerCompiler(() => (value) => JSON.stringify(value))
}

/** Fastify's validator over Zod: the parsed value, or an error that names fields and never repeats values. */
function judgeByContract({ schema }: { schema: unknown }) {
  return (value: unknown): { value: unknown } | { error: Error } => {
    if (!(schema instanceof z.ZodType)) return { value }
    const parsed = schema.safeParse(value)
    if (parsed.success) return { value: parsed.data }
    return { error: new Error(parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')) }
  }
}

/** A route's Zod schemas as JSON Schema, for the OpenAPI document: what is asked as it is sent, answers as they arrive. */
export function documented({ schema, url }: { schema: unknown; url: string }): {
  schema: FastifySchema
  url: string
} {
  const { response, ...asked } = (schema ?? {}) as Record<string, unknown>
  const answers = Object.entries((response ?? {}) as Record<string, unknown>)
  const plain = {
    ...Object.fromEntries(Object.entries(asked).map(([name, part]) => [name, inJson(part, 'input')])),
    ...(response === undefined
      ? {}
      : { response: Object.fromEntries(answers.map(([status, part]) => [status, inJson(part, 'output')])) }),
  }
  return { schema: plain as FastifySchema, url }
}

function inJson(part: unknown, io: 'input' | 'output'): unknown {
  return part instanceof z.ZodType
    ? z.toJSONSchema(part, { target: 'draft-7', unrepresentable: 'any', io })
    : part
}
