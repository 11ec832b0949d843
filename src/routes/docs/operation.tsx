import type { FC } from 'hono/jsx';
import { openApiWords as words } from '../../i18n/openapi.ts';
import type { JsonSchema } from '../../lib/fields/json-schema.ts';
import { say, type Lang } from '../../lib/words.ts';
import type { ApiDocument, PublishedOperation, PublishedReply } from '../openapi/document.ts';
import { inLanguage } from './in-language.ts';
import { Shape } from './shape.tsx';

interface Part {
  document: ApiDocument;
  lang: Lang;
}

/** One method of one path: what goes in, what comes out, what may go wrong. */
export const OperationSection: FC<Part & { path: string; method: string; operation: PublishedOperation }> = ({
  path,
  method,
  operation,
  document,
  lang,
}) => {
  const { operationId, summary, description, parameters, requestBody, responses } = operation;
  const body = requestBody?.content['application/json'];
  return (
    <section class="api-operation" id={operationId}>
      <h3>{inLanguage(summary, lang)}</h3>
      <p>
        <code class="api-path">
          {method.toUpperCase()} {path}
        </code>
      </p>
      {description && <p>{description.split('\n\n')[lang === 'zh' ? 0 : 1]}</p>}
      {parameters.length > 0 && <Parameters refs={parameters} document={document} lang={lang} />}
      {body && (
        <details>
          <summary>{say(words.requestBody, lang)}</summary>
          <Shape schema={resolved(document, body.schema)} lang={lang} />
          <Examples examples={body.examples} lang={lang} />
        </details>
      )}
      <h4>{say(words.answers, lang)}</h4>
      <ul class="api-answers">
        {Object.entries(responses).map(([status, reply]) => (
          <Answer status={status} reply={reply} lang={lang} />
        ))}
      </ul>
    </section>
  );
};

const nameOf = (schema: JsonSchema): string => String(schema['$ref']).split('/').at(-1) ?? '';
const resolved = ({ components }: ApiDocument, schema: JsonSchema): JsonSchema =>
  components.schemas[nameOf(schema)] ?? schema;

const Parameters: FC<Part & { refs: readonly { $ref: string }[] }> = ({ refs, document, lang }) => (
  <>
    <h4>{say(words.parameters, lang)}</h4>
    <ul>
      {refs.map((ref) => {
        const { name, description } = document.components.parameters[nameOf({ ...ref })] ?? {};
        return (
          <li>
            <code>{String(name)}</code> {inLanguage(String(description), lang)}
          </li>
        );
      })}
    </ul>
  </>
);

const Answer: FC<{ status: string; reply: PublishedReply; lang: Lang }> = ({ status, reply, lang }) => {
  const ok = reply.content['application/json'];
  const problem = reply.content['application/problem+json'];
  return (
    <li>
      <strong>{status}</strong>{' '}
      {ok && (
        <>
          {inLanguage(reply.description, lang)} <a href={`#shape-${nameOf(ok.schema)}`}>{nameOf(ok.schema)}</a>
          <Examples examples={ok.examples} lang={lang} />
        </>
      )}
      {problem &&
        Object.keys(problem.examples ?? {}).map((code) => (
          <>
            <a href={`#${code}`}>
              <code>{code}</code>
            </a>{' '}
          </>
        ))}
    </li>
  );
};

const Examples: FC<{ examples: Record<string, object> | undefined; lang: Lang }> = ({ examples = {}, lang }) => (
  <>
    {Object.entries(examples).map(([name, example]) => (
      <details>
        <summary>
          {say(words.example, lang)} {name}
        </summary>
        {/* Wide lines scroll inside; the keyboard must reach them. */}
        <pre tabindex={0}>{JSON.stringify('value' in example ? example.value : example, null, 2)}</pre>
      </details>
    ))}
  </>
);
