import * as v from 'valibot';

/** A remark in the published schema, Chinese first. */
const said = <T>(zh: string, en: string) => v.description<T, string>(`${zh} / ${en}`);

const text = v.string();
const date = v.pipe(text, v.regex(/^\d{4}-\d\d-\d\d$/), said('北京时间的日期', 'date in Asia/Shanghai'));
const time = v.pipe(text, v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/));
const person = v.object({ name: text, post: text });
const coded = v.object({ code: text, label: text });
const category = v.pipe(
  coded,
  said('办理结果的分类, 由站点规定, 不是法律规定', 'class of the result; the site’s own, not the law’s'),
);

const line = {
  number: v.pipe(text, said('编号', 'its number')),
  title: text,
  proposer: v.nullable(person),
  lead: v.pipe(v.nullable(text), said('主办单位', 'the lead department')),
  repliedOn: v.nullable(date),
  category: v.nullable(category),
};

/** Shapes of what is published on deputies' suggestions. */
export const proposalReplies = {
  Proposals: v.object({
    proposals: v.array(v.object(line)),
    next: v.pipe(v.nullable(text), said('下一页的 after; 没有更多时为 null', '`after` of the next page, or null')),
  }),
  Proposal: v.object({
    ...line,
    cosigners: v.array(person),
    reason: text,
    problem: v.pipe(v.array(text), said('逐段', 'paragraph by paragraph')),
    asks: v.pipe(v.array(text), said('逐条, 不带序号', 'one by one, without their numbers')),
    helpers: v.array(text),
    handedOverOn: v.nullable(date),
    due: v.pipe(v.nullable(v.object({ date, basis: text })), said('答复期限和依据', 'when a reply was due, and why')),
    inTime: v.pipe(v.nullable(v.boolean()), said('第一次答复是否按期', 'whether the first reply came in time')),
    replies: v.pipe(v.array(v.object({ on: date, category, contact: text, text })), said('旧的在前', 'oldest first')),
    feedback: v.array(v.object({ on: date, rating: coded, text: v.optional(text) })),
    keySupervised: v.pipe(v.boolean(), said('重点督办 (代表法第五十二条)', 'under key supervision (Deputies Law 52)')),
    timeline: v.pipe(
      v.array(v.object({ at: time, event: text, label: text, note: v.optional(text) })),
      said('新的在前', 'newest first'),
    ),
  }),
};
