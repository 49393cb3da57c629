import { z } from 'zod';

/** A schema without the wrappers that only say what happens when the value is missing. */
export interface Bare {
  schema: z.core.$ZodType;
  optional: boolean;
  nullable: boolean;
}

/** Takes optional, nullable, default, catch, readonly and pipe off a schema. */
export function bare(schema: z.core.$ZodType): Bare {
  let optional = false;
  let nullable = false;
  let inner = schema;
  for (;;) {
    if (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault || inner instanceof z.ZodPrefault) {
      optional = true;
      inner = inner.def.innerType;
    } else if (inner instanceof z.ZodNullable) {
      nullable = true;
      inner = inner.def.innerType;
    } else if (inner instanceof z.ZodCatch || inner instanceof z.ZodReadonly || inner instanceof z.ZodNonOptional) {
      inner = inner.def.innerType;
    } else if (inner instanceof z.ZodPipe) {
      inner = inner.def.in;
    } else return { schema: inner, optional, nullable };
  }
}

/** What a schema says of itself by `.meta()`, looking through its wrappers. */
export function metaOf(schema: z.core.$ZodType): Record<string, unknown> {
  const outer = z.globalRegistry.get(schema);
  const inner = bare(schema).schema;
  return { ...(inner === schema ? {} : z.globalRegistry.get(inner)), ...outer };
}

/** The schema at a path of names and places, or undefined where the path leaves the schema. */
export function schemaAt(root: z.core.$ZodType, path: readonly PropertyKey[]): z.core.$ZodType | undefined {
  let at: z.core.$ZodType | undefined = root;
  for (const step of path) {
    const { schema }: Bare = bare(at);
    if (schema instanceof z.ZodObject) at = schema.shape[String(step)];
    else if (schema instanceof z.ZodArray) at = schema.element;
    else if (schema instanceof z.ZodRecord) at = schema.valueType;
    else if (schema instanceof z.ZodTuple) at = schema.def.items[Number(step)];
    else return undefined;
    if (!at) return undefined;
  }
  return at;
}

/** Names of the top fields that carry this mark in `.meta()`: 'secret', 'file'. */
export function markedFields(schema: z.ZodObject, mark: string): Set<string> {
  return new Set(
    Object.entries(schema.shape)
      .filter(([, field]) => {
        const inner = bare(field).schema;
        return metaOf(inner instanceof z.ZodArray ? inner.element : field)[mark] === true;
      })
      .map(([name]) => name),
  );
}
