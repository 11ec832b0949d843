import Ajv2020 from 'ajv/dist/2020.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allRoutes } from '../../src/app.ts';
import { bodyExample, subjectsOf } from '../../src/forms/body-schema.ts';
import type { FormKind } from '../../src/forms/define.ts';
import { formsOf } from '../../src/forms/index.ts';
import { apiDocument } from '../../src/routes/openapi/document.ts';
import { sites } from '../../src/sites/index.ts';
import type { Site } from '../../src/sites/site.ts';
import { clientOf } from '../harness/client.ts';
import type { Stack } from '../harness/stack.ts';
import { contextOf, startCounty, subjects, titleOf, today } from './county-stack.ts';

let stack: Stack;
beforeAll(async () => void (stack = await startCounty()));
afterAll(() => stack.stop());

const document = apiDocument(today);

test('what is served is what is built from the program', async () => {
  expect(await (await stack.fetch('/openapi.json')).json()).toEqual(document);
});

test('every published path is a route, and every route of the interface is published', () => {
  const published = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const machine = /^\/(api|\.well-known|healthz|readyz)/;
  const routes = allRoutes
    .filter(({ method, path }) => method !== 'ALL' && machine.test(path))
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
  expect(published.toSorted()).toEqual([...new Set(routes)].toSorted());
});

test('every reading path answers in the shape it is published in', async () => {
  const ids: Record<string, string> = { stations: 'gaocun', measures: 'hire-reward', drafts: '' };
  for (const site of sites) {
    const { get } = clientOf(stack, site.id);
    const drafts = (await get('/drafts')).body['drafts'] as { id: string }[];
    for (const path of Object.keys(document.paths).filter((one) => one.startsWith('/api/v1/{site}'))) {
      if (!document.paths[path]?.['get']) continue;
      const [, group = ''] = path.slice('/api/v1/{site}'.length).split('/');
      const id = group === 'drafts' ? drafts[0]?.id : ids[group];
      for (const kind of path.includes('{kind}') ? site.forms : ['']) {
        // The client itself holds the answer against the document.
        const { status } = await get(
          path
            .slice('/api/v1/{site}'.length)
            .replace('{kind}', kind)
            .replace('{id}', id ?? 'none'),
        );
        expect([path, [200, 404].includes(status)]).toEqual([path, true]);
      }
    }
  }
});

type Example = [title: string, site: Site, form: FormKind, subject: string | undefined];
const examples = sites.flatMap((site) =>
  formsOf(site).flatMap((form): Example[] => {
    const ids = subjectsOf(form, contextOf(site));
    return (ids.length > 0 ? ids : [undefined]).map((id) => [`${site.id} ${form.kind} ${id ?? ''}`, site, form, id]);
  }),
);

test.each(examples)('%s: the published example is taken', async (_, site, form, subject) => {
  const sent = await clientOf(stack, site.id).post(form.collection, bodyExample(form, contextOf(site), subject));
  // Drafts that are closed, or open later, are part of the demo data.
  const answer = sent.status === 201 ? 'taken' : sent.body['code'];
  expect(form.window ? ['taken', 'window.closed'] : ['taken']).toContain(answer);
});

test.each(subjects.map((subject) => [titleOf(subject), subject] as const))(
  '%s: a body the program takes is one the published schema of the form takes',
  async (_, { site, form, sample }) => {
    const { schema } = (await clientOf(stack, site.id).get(`/forms/${form.kind}`)).body as { schema: object };
    const valid = new Ajv2020({ strict: false, allErrors: true }).compile(schema);
    expect([valid(sample.body), valid.errors]).toEqual([true, null]);
    expect(valid({ ...sample.body, unheard: 1 })).toBe(false);
  },
);
