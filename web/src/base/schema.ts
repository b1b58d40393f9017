/**
 * What the server says about its own structs and commands: labels in both languages, kinds, limits
 * and values of enumerations, read from its OpenAPI document. Pages name fields; everything else
 * follows from here.
 */
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call } from './api';
import type { Language } from './language';
import type { Id } from './store';

export type Kind =
  | 'text'
  | 'integer'
  | 'boolean'
  | 'money'
  | 'ppm'
  | 'share'
  | 'date'
  | 'instant'
  | 'quarter'
  | 'choice'
  | 'object'
  | 'list';

export interface Label {
  zh: string;
  en: string;
}
export interface Option extends Label {
  name: string;
}

export interface FieldInfo {
  name: string;
  label: Label;
  kind: Kind;
  options: Option[];
  required: boolean;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  minLength?: number;
  /** Taken in, never shown: a password. */
  secret?: boolean;
  /** In a waiting command it stands as its commitment only. */
  personal?: boolean;
  /** Of a list: what one item is. */
  item?: FieldInfo;
  /** Of an object: the struct's name in the document. */
  of?: string;
}

interface RawSchema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: string[];
  properties?: Record<string, RawSchema>;
  required?: string[];
  items?: RawSchema;
  anyOf?: RawSchema[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  'x-privacy'?: string;
  'x-zh'?: string;
  'x-en'?: string;
  'x-enum'?: Option[];
}

interface RawOperation {
  operationId?: string;
  'x-zh'?: string;
  'x-en'?: string;
  'x-eyes'?: number;
  parameters?: { name: string; in: string; schema?: RawSchema }[];
  requestBody?: { content?: Record<string, { schema?: RawSchema }> };
}

export interface Document {
  paths?: Record<string, Record<string, RawOperation>>;
  components?: { schemas?: Record<string, RawSchema> };
}

/** A command as a page sees it. */
export interface CommandInfo {
  path: string;
  title: Label;
  fields: FieldInfo[];
  fourEyes: boolean;
}

const structName = (ref: string) => ref.replace('#/components/schemas/', '');

function resolve(doc: Document, raw: RawSchema): RawSchema {
  const chosen = raw.anyOf?.find((one) => one.type !== 'null') ?? raw;
  const named = chosen.$ref ? doc.components?.schemas?.[structName(chosen.$ref)] : undefined;
  return named ? { ...named, ...raw } : { ...chosen, ...raw };
}

const formats: Record<string, Kind> = {
  'money-fen': 'money',
  ppm: 'ppm',
  'share-bp': 'share',
  date: 'date',
  'date-time': 'instant',
  quarter: 'quarter',
};

function kindOf(raw: RawSchema): Kind {
  if (raw['x-enum'] ?? raw.enum) return 'choice';
  const byFormat = raw.format ? formats[raw.format] : undefined;
  if (byFormat) return byFormat;
  const type = Array.isArray(raw.type) ? raw.type.find((one) => one !== 'null') : raw.type;
  if (type === 'integer') return 'integer';
  if (type === 'boolean') return 'boolean';
  if (type === 'array') return 'list';
  if (type === 'object' || raw.properties) return 'object';
  return 'text';
}

function fieldOf(doc: Document, name: string, from: RawSchema, required: boolean): FieldInfo {
  const raw = resolve(doc, from);
  const plain = (raw.enum ?? []).map((value) => ({ name: value, zh: value, en: value }));
  const field: FieldInfo = {
    name,
    label: { zh: raw['x-zh'] ?? name, en: raw['x-en'] ?? name },
    kind: kindOf(raw),
    options: raw['x-enum'] ?? plain,
    required,
  };
  for (const limit of ['minimum', 'maximum', 'minLength', 'maxLength'] as const) {
    if (raw[limit] !== undefined) field[limit] = raw[limit];
  }
  if (raw['x-privacy'] === 'secret') field.secret = true;
  if (raw['x-privacy'] === 'personal') field.personal = true;
  if (raw.items) field.item = fieldOf(doc, name, raw.items, true);
  const ref = from.$ref ?? from.anyOf?.find((one) => one.$ref)?.$ref;
  if (ref && field.kind === 'object') field.of = structName(ref);
  return field;
}

function fieldsIn(doc: Document, from: RawSchema): FieldInfo[] {
  const raw = resolve(doc, from);
  return Object.entries(raw.properties ?? {}).map(([name, property]) =>
    fieldOf(doc, name, property, raw.required?.includes(name) ?? false),
  );
}

export function structFields(doc: Document, struct: string): FieldInfo[] {
  return fieldsIn(doc, doc.components?.schemas?.[struct] ?? {});
}

export function commandInfo(doc: Document, command: string): CommandInfo | null {
  for (const [path, methods] of Object.entries(doc.paths ?? {})) {
    const operation = methods.post;
    if (operation?.operationId !== command) continue;
    const schema = operation.requestBody?.content?.['application/json']?.schema ?? {};
    return {
      path: path.replace(/^\/api\/v1/, ''),
      title: { zh: operation['x-zh'] ?? command, en: operation['x-en'] ?? command },
      fields: fieldsIn(doc, schema),
      fourEyes: operation['x-eyes'] === 4,
    };
  }
  return null;
}

/** Every command of the API by its name. */
export function commandOptions(doc: Document): Option[] {
  return Object.values(doc.paths ?? {}).flatMap(({ post }) =>
    post?.operationId && post['x-zh']
      ? [{ name: post.operationId, zh: post['x-zh'], en: post['x-en'] ?? post.operationId }]
      : [],
  );
}

/** The description of a read by its address: `/imports/17/rows` is described as `/imports/{id}/rows`. */
function readAt(doc: Document, at: string): Record<string, RawOperation> | undefined {
  const described = Object.keys(doc.paths ?? {}).find(
    (path) => path.replace(/\{\w+\}/g, '0') === at.replace(/\/\d+(?=\/|$)/g, '/0'),
  );
  return doc.paths?.[at] ?? (described ? doc.paths?.[described] : undefined);
}

/** What a list may be asked by: the query parameters of its read, described like fields. */
export function readParameters(doc: Document, path: string): FieldInfo[] {
  const asked = readAt(doc, `/api/v1${path}`)?.get?.parameters ?? [];
  return asked
    .filter((parameter) => parameter.in === 'query')
    .map((parameter) => fieldOf(doc, parameter.name, parameter.schema ?? {}, false));
}

/** `claims.settle` is POST /claims/{id}/settle, `loans.create` is POST /loans. */
export function commandPath(command: string, info: CommandInfo | null, id?: Id): string {
  const [noun = '', verb = ''] = command.split('.');
  const byRule = verb === 'create' ? `/${noun}` : `/${noun}/{id}/${verb}`;
  return (info?.path ?? byRule).replace('{id}', encodeURIComponent(String(id ?? '')));
}

export const documentQuery = queryOptions({
  queryKey: ['openapi'],
  queryFn: async ({ signal }) => (await call<Document>('/api/openapi.json', { signal })).data,
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
});

export function useDocument() {
  return useQuery(documentQuery);
}

/** The fields named, in the order named; one that the struct lacks is shown by its bare name. */
export function chosen(fields: FieldInfo[], show: readonly string[]): FieldInfo[] {
  return show.map(
    (name) =>
      fields.find((field) => field.name === name) ?? {
        name,
        label: { zh: name, en: name },
        kind: name.endsWith('_fen') ? 'money' : 'text',
        options: [],
        required: false,
      },
  );
}

export function useFields(struct: string, show: readonly string[]): FieldInfo[] {
  const { data } = useDocument();
  const key = show.join(' ');
  return useMemo(
    () => chosen(data ? structFields(data, struct) : [], key ? key.split(' ') : []),
    [data, struct, key],
  );
}

export function useParameters(path: string): FieldInfo[] {
  const { data } = useDocument();
  return useMemo(() => (data ? readParameters(data, path) : []), [data, path]);
}

export function labelOf(of: { label: Label }, language: Language): string {
  return of.label[language];
}

/** An enumeration's word; an unknown one is shown as it came, never hidden. */
export function optionText(field: FieldInfo, value: string, language: Language): string {
  return field.options.find((option) => option.name === value)?.[language] ?? value;
}
