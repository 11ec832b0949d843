import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { formsOf } from '../src/forms/index.ts';
import { embedForms } from '../src/i18n/embed.ts';
import { sites } from '../src/sites/index.ts';
import { EMBED_WAYS, embedTags, type EmbedWay } from '../src/ui/embed-tags.ts';
import { fromRoot } from './root.ts';

/** What a stand-in page says beyond what the site itself knows; `form` is the one shown first. */
interface Homepage {
  slogan: string;
  form: string;
  news: string[];
}

interface County extends Homepage {
  id: string;
  name: string;
  colour: string;
  office: string;
  phone: string;
  /** Titles of what the site has open, by path segment. */
  forms: Record<string, string>;
}

const TAGS: Record<EmbedWay, string> = { script: '脚本标签', iframe: '普通 iframe', link: '普通链接' };

/** Serves stand-in homepages of the demo counties on an origin of their own, each with the tag a web editor would paste. */
export async function startCounty({ port, product }: { port: number; product: string }): Promise<Server> {
  const homepages = JSON.parse(read('counties.json')) as Record<string, Homepage>;
  const counties = sites.flatMap((site) => {
    const homepage = homepages[site.id];
    if (!homepage) return [];
    const { id, name, colour, office, phone } = site;
    const open = [...formsOf(site).map(({ page }) => page.segment), 'status'];
    const forms = Object.fromEntries(open.map((segment) => [segment, embedForms[segment]?.zh ?? segment]));
    return [{ id, name: name.zh, colour, office: office.zh, phone, forms, ...homepage }];
  });
  const template = read('page.html');
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://county');
    const county = counties.find(({ id }) => id === (searchParams.get('site') ?? 'wanrong'));
    if (pathname !== '/' || !county) {
      response.writeHead(404).end('404');
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(countyPage(template, { county, counties, product, query: searchParams }));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}

interface Visit {
  county: County;
  counties: readonly County[];
  product: string;
  query: URLSearchParams;
}

/** One homepage; `query` chooses `form`, the kind of `tag`, and `id` of a draft or measure. */
export function countyPage(template: string, { county, counties, product, query }: Visit): string {
  const form = known(county.forms, query.get('form')) ?? county.form;
  const tag = EMBED_WAYS.find((way) => way === query.get('tag')) ?? 'script';
  const id = query.get('id')?.match(/^[a-z0-9-]{1,64}$/)?.[0];
  const here = (change: Record<string, string>) =>
    `?${new URLSearchParams({ site: county.id, form, tag, ...change }).toString()}`.replaceAll('&', '&amp;');
  const links = (all: Record<string, string>, name: string, now: string) =>
    Object.entries(all)
      .map(([value, label]) => link(here({ [name]: value }), label, value === now))
      .join(' ');
  const parts: Record<string, string> = {
    name: county.name,
    slogan: county.slogan,
    colour: county.colour,
    title: county.forms[form] ?? '',
    news: county.news.map((item) => `<li><span>${item}</span></li>`).join(''),
    office: county.office,
    phone: county.phone,
    counties: counties.map(({ id, name, form }) => link(here({ site: id, form }), name, id === county.id)).join(' '),
    forms: links(county.forms, 'form', form),
    tags: links(TAGS, 'tag', tag),
    tag: embedTags({ base: product, site: county.id, form, id, lang: 'zh' })[tag],
  };
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => parts[name] ?? '');
}

function link(href: string, label: string, current: boolean): string {
  return `<a href="${href}"${current ? ' aria-current="page"' : ''}>${label}</a>`;
}

function known(all: Record<string, string>, wanted: string | null): string | undefined {
  return wanted !== null && Object.hasOwn(all, wanted) ? wanted : undefined;
}

function read(name: string): string {
  return readFileSync(fromRoot('demo', 'county', name), 'utf8');
}
