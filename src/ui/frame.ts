/** What a county's page allows our frame (api.md, Embedding): the same whether our script or the editor writes it. */
export const SANDBOX = 'allow-scripts allow-forms allow-same-origin allow-popups allow-downloads allow-modals';
export const ALLOW = 'clipboard-write';
/** The county's origin must reach us even where its pages send no referrer: a page that is not listed is reported by it. */
export const REFERRER_POLICY = 'origin';
