import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import type { AppEnv } from '../../context.ts';
import { refusalWords, statusOf, type ErrorCode } from '../../errors.ts';
import { conventions, openApiWords as words } from '../../i18n/openapi.ts';
import { shanghaiDate } from '../../lib/clock.ts';
import { say, type Lang } from '../../lib/words.ts';
import { Page } from '../../ui/page.tsx';
import { keep, type View } from '../../ui/view.ts';
import { apiDocument, type ApiDocument } from '../openapi/document.ts';
import { sampleRefusal } from '../openapi/examples.ts';
import { viewOf } from '../public/view.ts';
import { inLanguage } from './in-language.ts';
import { OperationSection } from './operation.tsx';
import { Shape } from './shape.tsx';

const ErrorTable: FC<{ lang: Lang }> = ({ lang }) => (
  <section>
    <h2 id="errors">{say(words.errors, lang)}</h2>
    <p>{say(words.errorsLead, lang)}</p>
    {(Object.keys(statusOf) as ErrorCode[]).map((code) => {
      const { title, detail } = refusalWords(sampleRefusal(code), lang);
      return (
        <div class="api-row" id={code}>
          <p>
            <code>{code}</code> <span class="hint">{statusOf[code]}</span>
          </p>
          <p>
            <strong>{title}</strong> {detail}
          </p>
        </div>
      );
    })}
  </section>
);

const Contents: FC<{ document: ApiDocument; lang: Lang }> = ({ document, lang }) => (
  <nav aria-label={say(words.contents, lang)}>
    <h2>{say(words.contents, lang)}</h2>
    {document.tags.map(({ name }) => (
      <>
        <h3>{say(words[name], lang)}</h3>
        <ul class="api-contents">
          {operationsOf(document, name).map(({ method, path, operation }) => (
            <li>
              <a href={`#${operation.operationId}`}>{inLanguage(operation.summary, lang)}</a>
              <code>
                {method.toUpperCase()} {path}
              </code>
            </li>
          ))}
        </ul>
      </>
    ))}
    <p>
      <a href="#errors">{say(words.errors, lang)}</a>
    </p>
  </nav>
);

const operationsOf = ({ paths }: ApiDocument, tag: string) =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => operation.tags.includes(tag))
      .map(([method, operation]) => ({ path, method, operation })),
  );

/** The public contract to read: the OpenAPI document as a page, without a script. */
const DocsPage: FC<{ view: View; document: ApiDocument }> = ({ view, document }) => {
  const { lang } = view;
  return (
    <Page
      view={view}
      title={say(words.title, lang)}
      description={say(words.lead, lang)}
      styles={['/docs.css']}
      scripts={[]}
    >
      <ul>
        {conventions.map((one) => (
          <li>{say(one, lang)}</li>
        ))}
      </ul>
      <p>
        <a href="/openapi.json">{say(words.download, lang)}</a>
      </p>
      <Contents document={document} lang={lang} />
      {document.tags.map(({ name }) => (
        <section>
          <h2 id={name}>{say(words[name], lang)}</h2>
          {operationsOf(document, name).map((one) => (
            <OperationSection {...one} document={document} lang={lang} />
          ))}
        </section>
      ))}
      <ErrorTable lang={lang} />
      <section>
        <h2 id="shapes">{say(words.shapes, lang)}</h2>
        {Object.entries(document.components.schemas)
          .filter(([name]) => !name.endsWith('Body'))
          .map(([name, schema]) => (
            <div class="api-row" id={`shape-${name}`}>
              <h3>{name}</h3>
              <Shape schema={schema} lang={lang} />
            </div>
          ))}
      </section>
    </Page>
  );
};

let drawn: { on: string; pages: Map<string, string> } | null = null;

/** `/docs`, where the `type` of every problem document points to: `/docs#answers.invalid`. */
export const docs = new Hono<AppEnv>().get('/', async (c) => {
  const today = shanghaiDate(c.get('deps').tools.clock.now());
  const view = { ...viewOf(c), path: '/docs' };
  // Drawn once a day, isolate and look: it takes some ten milliseconds, and a measure's text changes by the day.
  if (drawn?.on !== today) drawn = { on: today, pages: new Map() };
  const { pages } = drawn;
  const look = keep(view, view.path);
  c.header('cache-control', 'public, max-age=300');
  const known = pages.get(look);
  if (known !== undefined) return c.html(known);
  const page = await c.html(<DocsPage view={view} document={apiDocument(today)} />);
  pages.set(look, await page.clone().text());
  return page;
});
