import { expect, test } from 'vitest';
import {
  chosen,
  commandInfo,
  commandPath,
  type Document,
  optionText,
  readParameters,
  structFields,
} from './schema';

const doc: Document = {
  paths: {
    '/api/v1/claims/{id}/settle': {
      post: {
        operationId: 'claims.settle',
        'x-zh': '清算',
        'x-en': 'Settle',
        'x-eyes': 4,
        requestBody: {
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Settle' } } },
        },
      },
    },
    '/api/v1/claims': {
      get: {
        parameters: [
          { name: 'id', in: 'path' },
          { name: 'state', in: 'query', schema: { enum: ['open'] } },
        ],
      },
    },
  },
  components: {
    schemas: {
      Settle: {
        type: 'object',
        required: ['net_fen'],
        properties: {
          net_fen: {
            type: 'integer',
            format: 'money-fen',
            minimum: 0,
            'x-zh': '净收入',
            'x-en': 'Net',
          },
          on: { anyOf: [{ type: 'string', format: 'date' }, { type: 'null' }] },
          kind: {
            type: ['string', 'null'],
            'x-enum': [{ name: 'patent', zh: '专利', en: 'Patent' }],
          },
          password: { type: 'string', 'x-privacy': 'secret' },
          parts: { type: 'array', items: { $ref: '#/components/schemas/Part' } },
          part: { $ref: '#/components/schemas/Part' },
        },
      },
      Part: { type: 'object', properties: { share_bp: { type: 'integer', format: 'share-bp' } } },
    },
  },
};

test('kind, label, limits and need of a field follow from its description', () => {
  const fields = structFields(doc, 'Settle');
  expect(fields.map((field) => field.kind)).toEqual([
    'money',
    'date',
    'choice',
    'text',
    'list',
    'object',
  ]);
  expect(fields[0]).toMatchObject({
    label: { zh: '净收入', en: 'Net' },
    required: true,
    minimum: 0,
  });
  expect(fields[1]).toMatchObject({ required: false });
  expect(fields[3]).toMatchObject({ secret: true });
  expect(fields[4]?.item).toMatchObject({ kind: 'object', of: 'Part' });
  expect(fields[5]).toMatchObject({ of: 'Part' });
});

test('an enumeration speaks both languages and never hides an unknown value', () => {
  const kind = structFields(doc, 'Settle')[2];
  expect(kind && optionText(kind, 'patent', 'zh')).toBe('专利');
  expect(kind && optionText(kind, 'patent', 'en')).toBe('Patent');
  expect(kind && optionText(kind, 'mask_work', 'zh')).toBe('mask_work');
});

test('a command is found by its name; its path takes the id', () => {
  const info = commandInfo(doc, 'claims.settle');
  expect(info).toMatchObject({ title: { zh: '清算' }, fourEyes: true });
  expect(commandPath('claims.settle', info, 17)).toBe('/claims/17/settle');
  expect(commandPath('loans.create', null)).toBe('/loans');
  expect(commandPath('loans.close', null, 'a/b')).toBe('/loans/a%2Fb/close');
});

test('a list offers the filters that its read declares', () => {
  expect(readParameters(doc, '/claims').map((field) => field.name)).toEqual(['state']);
  expect(readParameters(doc, '/unknown')).toEqual([]);
});

test('a field that the struct lacks is shown by its bare name', () => {
  expect(
    chosen(structFields(doc, 'Settle'), ['net_fen', 'later']).map((field) => field.label.zh),
  ).toEqual(['净收入', 'later']);
});
