/** Pages one reads; forms come from `formCases`. */
export const PUBLIC_PAGES = [
  '/',
  '/wanrong',
  '/wenxi',
  '/wanrong/status',
  '/wanrong/stations',
  '/wanrong/proposals',
  '/wanrong/guide',
  '/wanrong/privacy',
  '/wanrong/accessibility',
  '/wanrong/embed',
  '/hedong/drafts',
  '/wenxi/subsidies',
  '/docs',
  '/wanrong/no-such-page',
] as const;
