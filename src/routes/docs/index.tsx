import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import type { AppEnv } from '../../context.ts';
import { refusalWords, refuse, statusOf, type ErrorCode } from '../../errors.ts';
import { openApiWords as words } from '../../i18n/openapi.ts';
import { shanghaiDate } from '../../lib/clock.ts';
import { say, type Lang } from '../../lib/words.ts';
import { Page } from '../../ui/page.tsx';
import type { View } from '../../ui/view.ts';
import { apiDocument, type ApiDocument } from '../openapi/document.ts';
import { viewOf } from '../public/view.ts';
import { OperationSection } from './operation.tsx';
import { Shape } from './shape.tsx';

const ErrorTable: FC<{ lang: Lang }> = ({ lang }) => (
  <section>
    <h2 id="errors">{say(words.errors, lang)}</h2>
    <p>{say(words.errorsLead, lang)}</p>
    {(Object.keys(statusOf) as ErrorCode[]).map((code) => {
      const { title, detail } = refusalWords(refuse(code), lang);
      return (
        <div class="api-row" id={code}>
          <p>
            <code>{code}</code> <span class="hint">{statusOf[code]}</span>
          </p>
          <p>
            {title}。{detail}
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
              <a href={`#${operation.operationId}`}>
                <code>
                  {method.toUpperCase()} {path}
                </code>
              </a>
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
      <p>{say(words.conventions, lang)}</p>
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
            <details id={`shape-${name}`}>
              <summary>{name}</summary>
              <Shape schema={schema} lang={lang} />
            </details>
          ))}
      </section>
    </Page>
  );
};

let made: { on: string; document: ApiDocument } | null = null;

/** Made once a day and isolate: it takes milliseconds, and a measure's text changes by the day. */
function documentOn(today: string): ApiDocument {
  if (made?.on !== today) made = { on: today, document: apiDocument(today) };
  return made.document;
}

/** `/docs`, where the `type` of every problem document points to: `/docs#answers.invalid`. */
export const docs = new Hono<AppEnv>().get('/', (c) => {
  c.header('cache-control', 'public, max-age=300');
  const today = shanghaiDate(c.get('deps').tools.clock.now());
  return c.html(<DocsPage view={viewOf(c)} document={documentOn(today)} />);
});
