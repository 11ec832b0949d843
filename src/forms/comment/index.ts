import type { Permission } from '../../staff/roles.ts';
import { bodyOf } from '../body.ts';
import { defineForm } from '../define.ts';
import { plainRoad } from '../plain-road.ts';
import { commentAnswers, draftIn } from './answers.ts';
import { CommentBrief } from './brief.tsx';
import { closedOn } from './closed.ts';
import { commentContent } from './content.ts';
import { commentPage } from './page.tsx';
import { commentWords as words } from './words.ts';

const readers = ['drafts.collect', 'drafts.decide'] as const satisfies readonly Permission[];

/** 草案意见: comments on a draft laid open (立法法 40), article by article, several under one receipt. */
export const comment = defineForm({
  kind: 'comment',
  collection: 'comments',
  readsDrafts: true,
  label: words.label,
  fields: (context, raw) => bodyOf({ contact: {}, answers: commentAnswers(context, raw), extra: {} }),
  rules: () => [],
  window(body, context) {
    const draft = draftIn(context, body);
    return draft ? closedOn(draft, context.today) : null;
  },
  index(body, context) {
    const { answers } = body;
    const draft = draftIn(context, body);
    const numberOf = (id: string): string => draft?.articles.find((article) => article.id === id)?.number ?? id;
    const numbers = new Set(
      [answers, ...(answers.also ?? [])].map(({ article }) => (article ? numberOf(article) : words.whole.zh)),
    );
    return {
      title: `${draft?.title ?? ''} ${[...numbers].join('、')}`,
      subject: answers.draft,
      station: answers.station,
    };
  },
  workflow: plainRoad(readers),
  readers,
  desk: 'drafts.collect',
  // Neither 立法法 nor a site sets a date for answering a single comment.
  limit: () => null,
  message: () => 'received',
  page: commentPage,
  content: commentContent,
  Brief: CommentBrief,
});
