import { choice, choices, optional, otherwise, text, tick } from '../../lib/fields/index.ts';
import type { FormContext, Json } from '../define.ts';
import { campaignsOf, type Campaign } from './campaigns.ts';
import { pledgeWords as words } from './words.ts';

/** The campaign that answers typed so far name; the site's first where they name none it offers. */
export function campaignNamed({ site }: FormContext, raw: Json): Campaign | undefined {
  const offered = campaignsOf(site);
  const { answers } = raw;
  const named: unknown = typeof answers === 'object' && answers !== null ? Reflect.get(answers, 'campaign') : undefined;
  return offered.find(({ id }) => id === named) ?? offered[0];
}

/** What a pledge asks: the undertakings are those of the campaign named. */
export function pledgeAnswers(context: FormContext, raw: Json) {
  const offered = campaignsOf(context.site).map(({ id, title }) => ({ value: id, label: title }));
  const undertakings = campaignNamed(context, raw)?.undertakings ?? [];
  return {
    campaign: choice({ label: words.campaign, options: offered }),
    undertakings: choices({
      label: words.undertakings,
      hint: words.undertakingsHint,
      options: undertakings.map(({ id, label, text: hint }) => ({ value: id, label, hint })),
      all: true,
    }),
    unit: optional(text({ label: words.unit, max: 100, sealed: true, autocomplete: 'organization' })),
    public: otherwise(tick({ label: words.public, hint: words.publicHint }), false),
  };
}
