import type { FC } from 'hono/jsx';
import type { Answer } from '../../cases/answer.ts';
import type { FormKind } from '../../forms/define.ts';
import { behalfWords as words, manners, type Manner } from '../../i18n/behalf.ts';
import { shell } from '../../i18n/shell.ts';
import { say } from '../../lib/words.ts';
import type { Account } from '../../staff/account.ts';
import { ButtonLink } from '../../ui/buttons.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { ReceiptPaper } from '../../ui/receipt-paper.tsx';
import { keep, type View } from '../../ui/view.ts';
import { nextOf } from '../public/receipt-next.ts';
import { filedPath } from './filed-path.ts';

/** The receipt in large print, to be handed over; it stands in the answer to the filing and nowhere else. */
export const PaperPage: FC<{ view: View; account: Account; form: FormKind; answer: Answer; manner: string }> = (
  props,
) => {
  const { account, form, answer, manner } = props;
  // As the person reads it, whatever the console speaks.
  const view: View = { ...props.view, elder: true };
  const { lang } = view;
  const by = { name: account.name, manner: say(manners[manner as Manner], lang) };
  return (
    <Page
      view={view}
      title={say(words.paperTitle, lang)}
      head="plain"
      styles={['/receipt.css', '/staff.css']}
      scripts={['/staff.js']}
    >
      <div class="hand-over">
        <Notice tone="good" title={say(words.paperTitle, lang)}>
          <p>{say(words.paperLead, lang)}</p>
        </Notice>
      </div>
      <ReceiptPaper
        receipt={answer}
        title={say(form.label, lang)}
        next={nextOf(answer, lang)}
        lang={lang}
        demo={view.site?.demo ? say(shell.demo, lang) : undefined}
      />
      <p class="filed-by">{say(words.filedBy, lang, by)}</p>
      <p class="hand-over-next">
        <ButtonLink href={keep(props.view, filedPath(answer.receipt))} label={say(words.confirmTitle, lang)} />
        <ButtonLink href={keep(props.view, '/staff/file')} label={say(words.another, lang)} quiet />
      </p>
    </Page>
  );
};
