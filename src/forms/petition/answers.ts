import { choice, longtext, optional, text, tick } from '../../lib/fields/index.ts';
import type { Words } from '../../lib/words.ts';
import { deputiesOf, stationsOf } from '../../liaison/index.ts';
import type { FormContext } from '../define.ts';
import { petitionWords as words } from './words.ts';

const joined = (name: string, post: Words): Words => ({ zh: `${name} ${post.zh}`, en: `${name} ${post.en}` });

/** The three legal categories: 信访工作条例 29, 31 and 30. */
const categories = [
  { value: 'suggestion', label: words.suggestion, hint: words.suggestionHint },
  { value: 'request', label: words.request, hint: words.requestHint },
  { value: 'report', label: words.report, hint: words.reportHint },
] as const;

/** 检举控告 goes neither to stations nor to deputies, and is confidential. */
const reporting = { path: 'answers.category', value: 'report' };

/** What a petition asks. Topics, stations and deputies are the site's own. */
export function petitionAnswers({ site, onPage, behalf }: FormContext) {
  const signposted = behalf === true || (onPage === true && site.report === 'signpost');
  const topics = site.topics.map(({ id, label, hint }) => ({ value: id, label, hint }));
  const stations = stationsOf(site.id).map(({ id, name }) => ({ value: id, label: name }));
  const deputies = deputiesOf(site.id).map(({ id, name, post }) => ({ value: id, label: joined(name, post) }));
  return {
    category: choice({
      label: words.category,
      options: categories.filter(({ value }) => value !== 'report' || !signposted),
    }),
    topic: choice({ label: words.topic, options: topics, long: true }),
    title: text({ label: words.title, hint: words.titleHint, min: 4, max: 50, example: '村东头路灯不亮' }),
    body: longtext({
      label: words.body,
      hint: words.bodyHint,
      min: 10,
      max: 2000,
      example: '村东头三盏路灯灭了快一个月, 晚上老人出门看不见。',
    }),
    place: optional(text({ label: words.place, hint: words.placeHint, max: 200, sealed: true })),
    station: {
      ...optional(choice({ label: words.station, hint: words.stationHint, options: stations, long: true })),
      unless: reporting,
    },
    deputy: { ...optional(choice({ label: words.deputy, options: deputies, long: true })), unless: reporting },
    confidential: { ...tick({ label: words.confidential, hint: words.confidentialHint }), tickedWhen: reporting },
  };
}
