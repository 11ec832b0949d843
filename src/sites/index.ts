import { hedong } from './hedong.ts';
import { jishan } from './jishan.ts';
import { pinglu } from './pinglu.ts';
import type { Site } from './site.ts';
import { wanrong } from './wanrong.ts';
import { wenxi } from './wenxi.ts';

/** Every county served, in the order of the first page. A new one is a file here and a line. */
export const sites: readonly Site[] = [wanrong, wenxi, jishan, pinglu, hedong];

const byId = new Map(sites.map((site) => [site.id, site]));

/** The site of a path segment, or undefined (answered as 404 `site.unknown`). */
export const siteById = (id: string): Site | undefined => byId.get(id);
