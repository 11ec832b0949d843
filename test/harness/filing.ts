/** What a clerk types into the petition form for somebody; parts can be replaced, `undefined` leaves one out. */
export function filingForm(more: Record<string, string | undefined> = {}): Record<string, string> {
  const typed = {
    key: crypto.randomUUID(),
    'behalf.manner': 'visit',
    'behalf.agreed': 'true',
    'answers.category': 'suggestion',
    'answers.topic': 'elderly',
    'answers.title': '建议给独居老人装个呼叫器',
    'answers.body': '我们巷里有三位老人一个人住, 建议装个按一下就能叫人的。',
    'contact.name': '任某安(示例)',
    'contact.phone': '0359-0000020',
    'consent.privacy': 'true',
    ...more,
  };
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined)) as Record<string, string>;
}

/** The number on a receipt page. */
export const receiptOn = (page: string): string =>
  /[A-Z]{2}-[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(page.replaceAll(/<[^>]*>/g, ''))?.[0] ?? '';

/** The query code on it. */
export const codeOn = (page: string): string => /查询码 (\d{6})/.exec(page)?.[1] ?? '';
