import { expect, test } from 'vitest';
import { forms } from '../../src/forms/index.ts';
import { embedForms } from '../../src/i18n/embed.ts';
import { embedTags } from '../../src/ui/embed-tags.ts';

const base = 'https://minyi.example.gov.cn';

test('an editor pastes exactly what the public contract says', () => {
  expect(embedTags({ base, site: 'wanrong', form: 'petition', lang: 'zh' })).toEqual({
    script:
      `<script src="${base}/embed.js" data-site="wanrong" data-form="petition" async></script>\n` +
      `<noscript><a href="${base}/wanrong/petition">反映诉求</a></noscript>`,
    iframe:
      `<iframe src="${base}/wanrong/petition?embed=1" title="反映诉求" width="100%" height="900" style="border:0" ` +
      'sandbox="allow-scripts allow-forms allow-same-origin allow-popups allow-downloads allow-modals" ' +
      'allow="clipboard-write" referrerpolicy="origin"></iframe>',
    link: `<a href="${base}/wanrong/petition">反映诉求</a>`,
  });
});

test('a tag can name one measure, and ask for English', () => {
  const tags = embedTags({ base, site: 'wenxi', form: 'subsidies', id: 'hire-reward', lang: 'en' });
  expect(tags.script).toContain(
    'data-site="wenxi" data-form="subsidies" data-id="hire-reward" data-lang="en" async></script>',
  );
  expect(tags.iframe).toContain(`src="${base}/wenxi/subsidies/hire-reward?embed=1&amp;lang=en"`);
  expect(tags.link).toBe(`<a href="${base}/wenxi/subsidies/hire-reward?lang=en">Apply for a talent subsidy</a>`);
});

test('every form has words for its frame and its link', () => {
  for (const { page } of forms) expect(embedForms).toHaveProperty(page.segment);
});
