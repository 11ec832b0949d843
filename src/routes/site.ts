import type { Site } from '../sites/site.ts';

/** The site a page's path belongs to: its first segment. */
export function siteOf(sites: readonly Site[], path: string): Site | undefined {
  const first = path.split('/')[1];
  return sites.find((site) => site.id === first);
}
