import type { ColumnType } from 'kysely';
import type { Json } from '../refusal.ts';

/**
 * A jsonb column: read as JSON, written as its text (`JSON.stringify(value)`). The driver would turn a bare array into a
 * PostgreSQL array, so the types do not let one through.
 */
export type JsonColumn = ColumnType<Json, string, string>;
