import { raw } from 'hono/html';
import type { FC, PropsWithChildren } from 'hono/jsx';
import { shell } from '../i18n/shell.ts';
import { say } from '../lib/words.ts';
import { Foot } from './foot.tsx';
import { keep, type View } from './view.ts';

interface PageProps {
  view: View;
  title: string;
  /** What one can do here, in one sentence. */
  description?: string;
  /** `form`: the shell sets the heading. `plain`: the page brings its own `<h1>`. */
  head?: 'form' | 'plain';
  /** Whom the page serves: at its foot the public is told whom to turn to; staff know. */
  serves?: 'public' | 'staff';
  /** Style sheets beside the one of every page. */
  styles?: readonly string[];
  /** Classic scripts, run once the page is read. */
  scripts?: readonly string[];
}

const bodyClass = ({ site, elder, embed }: View): string =>
  [site && `site-${site.id}`, elder && 'elder', embed && 'embed'].filter(Boolean).join(' ');

/** The whole document around a resident's page. */
export const Page: FC<PropsWithChildren<PageProps>> = ({
  view,
  title,
  description,
  head = 'form',
  serves = 'public',
  styles = [],
  scripts = ['/minyi.js'],
  children,
}) => (
  <>
    {raw('<!doctype html>')}
    <html lang={view.lang === 'zh' ? 'zh-CN' : 'en'}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <title>{view.site ? `${title} · ${say(view.site.name, view.lang)}` : title}</title>
        {description && <meta name="description" content={description} />}
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        {['/minyi.css', ...styles].map((href) => (
          <link rel="stylesheet" href={href} />
        ))}
        {scripts.map((src) => (
          <script src={src} defer />
        ))}
      </head>
      {/* A frame tells its height to these origins only (embed-height.ts). */}
      <body class={bodyClass(view)} data-parent={view.embed ? view.site?.origins.join(' ') : undefined}>
        <a class="skip" href="#main">
          {say(shell.skip, view.lang)}
        </a>
        <Head view={view} />
        <main id="main" tabindex={-1}>
          {head === 'form' && (
            <div class="opening">
              <h1>{title}</h1>
              {description && <p class="lead">{description}</p>}
            </div>
          )}
          {children}
        </main>
        <Foot view={view} site={serves === 'public' ? view.site : undefined} />
      </body>
    </html>
  </>
);

/** The band of a demonstration stands everywhere; the county's name only where its own page is not around ours. */
const Head: FC<{ view: View }> = ({ view }) => {
  const demo = view.site?.demo ?? true;
  if (view.embed && !demo) return null;
  return (
    <header>
      {demo && <p class="demo">{say(shell.demo, view.lang)}</p>}
      {!view.embed && <Masthead view={view} />}
    </header>
  );
};

const Masthead: FC<{ view: View }> = ({ view }) => (
  <div class="head">
    <div class="line">
      <a class="county" href={keep(view, view.site ? `/${view.site.id}` : '/')}>
        {say(view.site ? view.site.name : shell.product, view.lang)}
      </a>
      <a class="switch" href={keep(view, view.path, { elder: !view.elder })}>
        {say(view.elder ? shell.standard : shell.elder, view.lang)}
      </a>
    </div>
  </div>
);
