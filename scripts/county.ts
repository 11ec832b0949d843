import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { sites } from '../src/sites/index.ts';
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
}

const FORMS: Record<string, string> = {
  petition: '反映诉求',
  drafts: '草案意见',
  subsidies: '人才补助',
  pledge: '移风易俗承诺',
  status: '查询办理进度',
};
const TAGS: Record<string, string> = { script: '脚本标签', iframe: '普通 iframe', link: '普通链接' };

/** Serves stand-in homepages of the demo counties on an origin of their own, each with the tag a web editor would paste. */
export async function startCounty({ port, product }: { port: number; product: string }): Promise<Server> {
  const homepages = JSON.parse(read('counties.json')) as Record<string, Homepage>;
  const counties = sites.flatMap((site) => {
    const homepage = homepages[site.id];
    return homepage ? [{ id: site.id, name: site.name.zh, colour: site.colour, ...homepage }] : [];
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
  const form = known(FORMS, query.get('form')) ?? county.form;
  const tag = known(TAGS, query.get('tag')) ?? 'script';
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
    title: FORMS[form] ?? '',
    news: county.news.map((item) => `<li>${item}</li>`).join(''),
    counties: counties.map(({ id, name, form }) => link(here({ site: id, form }), name, id === county.id)).join(' '),
    forms: links(FORMS, 'form', form),
    tags: links(TAGS, 'tag', tag),
    tag: pasted(tag, { product, site: county.id, form, id }),
  };
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => parts[name] ?? '');
}

/** The three tags of the public contract, as `/{site}/embed` shows them. */
function pasted(tag: string, to: { product: string; site: string; form: string; id?: string }): string {
  const page = `${to.product}/${to.site}/${to.form}${to.id ? `/${to.id}` : ''}`;
  const anchor = `<a href="${page}">${FORMS[to.form]}</a>`;
  if (tag === 'link') return `<p>${anchor}</p>`;
  if (tag === 'iframe') {
    return `<iframe src="${page}?embed=1" title="${FORMS[to.form]}" width="100%" height="1600" style="border:0"></iframe>`;
  }
  const data = `data-site="${to.site}" data-form="${to.form}"${to.id ? ` data-id="${to.id}"` : ''}`;
  return `<script src="${to.product}/embed.js" ${data} async></script>\n<noscript>${anchor}</noscript>`;
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
